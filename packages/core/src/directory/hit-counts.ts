/** Demands answered without a call of their own. */
export interface HitCounts {
  hits: number
  staleHits: number
  negativeHits: number
}
