"""The workflows: linted, held to our own policy, and their scripts run over real repositories."""
