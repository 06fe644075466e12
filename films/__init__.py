"""What a film is: films, people, credits, themes. Knows nothing of articles."""
