"""Pictures: the uploaded file, its renditions, and the {% picture %} tag. Knows nothing of films or articles."""
