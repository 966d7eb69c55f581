/** Jobs in the console, as the README calls them, and the clicks each takes from the first page. */
export const clicksOfJobs = {
  'kill live tokens': 2,
  'order a fault': 2,
  'move a member': 4,
  'disable a member': 2,
  'push an event': 2,
  'read a message': 2,
  'move the clock': 2,
  'slow everything down': 1,
  'see why a login failed': 0,
  reset: 2,
} as const
