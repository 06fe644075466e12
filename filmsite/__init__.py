"""The site: what a visitor meets. The only floor that mixes the others; it holds no models."""
