"""Settings, addresses, the command line, the timetable, the demonstration: the roof that knows every floor."""
