"""What several formats share: how a quote's words lie side by side, what is a finding, how times are written."""
