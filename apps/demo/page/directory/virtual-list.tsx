import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'

/** What {@link VirtualList} shows. */
export interface VirtualListProps {
  readonly count: number
  /** Height of every row in pixels. */
  readonly rowHeight: number
  readonly label: string
  readonly row: (index: number) => ComponentChildren
  /** Told which rows are in sight, so that they can be loaded. */
  readonly onSight: (first: number, end: number) => void
}

/** Rows above and below what is in sight. */
const margin = 8

/**
 * A list of any length of which only the rows in sight exist. It goes by where it stands in the window, so that it works
 * whether the page scrolls or something around it.
 */
export function VirtualList({ count, rowHeight, label, row, onSight }: VirtualListProps) {
  const list = useRef<HTMLUListElement>(null)
  const [[first, end], setRange] = useState<readonly [number, number]>([0, Math.min(count, 24)])

  useLayoutEffect(() => {
    const look = (): void => {
      const top = list.current?.getBoundingClientRect().top ?? 0
      const from = Math.max(0, Math.floor(-top / rowHeight) - margin)
      const to = Math.min(count, Math.ceil((innerHeight - top) / rowHeight) + margin)
      const range: readonly [number, number] = [Math.min(from, count), Math.max(to, Math.min(from, count))]
      setRange((before) => (before[0] === range[0] && before[1] === range[1] ? before : range))
      onSight(...range)
    }
    look()
    // Scrolling does not bubble: only the capturing phase hears of every box that scrolls.
    document.addEventListener('scroll', look, { capture: true, passive: true })
    addEventListener('resize', look)
    return () => {
      document.removeEventListener('scroll', look, { capture: true })
      removeEventListener('resize', look)
    }
  }, [count, rowHeight, onSight])

  const rows = Array.from(
    { length: Math.max(0, Math.min(end, count) - first) },
    (_, offset) => first + offset,
  )
  return (
    <ul class="virtual" aria-label={label} ref={list} style={{ height: `${count * rowHeight}px` }}>
      {rows.map((index) => (
        <li
          key={index}
          aria-posinset={index + 1}
          aria-setsize={count}
          style={{ transform: `translateY(${index * rowHeight}px)`, height: `${rowHeight}px` }}
        >
          {row(index)}
        </li>
      ))}
    </ul>
  )
}
