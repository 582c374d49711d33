package org.kexin.complaint;

/** What an event does to a clock. */
enum ClockEffect {
  /** Nothing. */
  NONE,
  /** Begins the first run; a clock that ran before is left alone. */
  START,
  /** Begins a new run with the whole time, whatever became of the last one. */
  RESTART,
  /** Ends the run: done in time. */
  STOP,
  /** Stands still; what was used is kept. */
  PAUSE,
  /** Goes on with what was used before the pause. */
  RESUME,
  /** Has another whole time; what was used is kept. */
  RETARGET,
  /** Ends the run: it is not needed any more. */
  CANCEL
}
