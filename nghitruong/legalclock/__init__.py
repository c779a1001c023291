"""Legal periods as data, the calendar of working days, and clocks whose dates carry their derivation."""
