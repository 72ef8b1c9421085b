/** Loaded first in every process that is measured: it says how much memory it holds when its parent asks. */
process.on('message', () => process.send?.(process.memoryUsage.rss()))
// A process that wants to end may end.
process.channel?.unref()
