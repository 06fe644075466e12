"""The demo: films, people, essays and pictures that a fresh Double Bill opens with."""
