/** Whether two userids name the same member: WeCom compares them without regard to case. */
export function sameUser(left: string, right: string): boolean {
  return left === right || (left.length === right.length && left.toLowerCase() === right.toLowerCase())
}
