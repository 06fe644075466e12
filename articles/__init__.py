"""What an article is: films × themes → takes, bylines, FAQs, prompts; how it is published and kept up to date."""
