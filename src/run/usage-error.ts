/** An error of the user's making: shown as one line, exit code 1. */
export class UsageError extends Error {}
