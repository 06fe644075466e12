"""Articles as files: front matter and Markdown, with the pictures beside them; import and export."""
