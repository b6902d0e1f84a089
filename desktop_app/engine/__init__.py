"""Work off the GUI thread: the engine that answers searches, jobs for all else."""
