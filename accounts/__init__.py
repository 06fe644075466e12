"""Who signs in: the custom User, roles as groups, sign-in safety."""
