"""Was it the person under whose name it stands? Quotes as samples of the voices in whose turns they were found."""
