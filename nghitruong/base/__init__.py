"""Flow, policy, errors, subjects, the actor. No tables, no knowledge of the domain."""
