import { Temporal } from 'temporal-polyfill'
import { kinds } from '../../kinds.ts'
import type { Happening, Millis, Settings } from '../../types.ts'
import type { Replay } from '../replay.ts'
import { drawingOf } from './drawing.ts'
import { escaped } from './escaped.ts'
import { pageStyle } from './style.ts'

/**
 * A replay as one page of HTML: the picture, a legend, and a table of what happened. It runs nothing and fetches nothing.
 *
 * @param title whose track it is
 */
export function pictureOf(result: Replay, settings: Partial<Settings>, title: string): string {
  const zone = settings.schedule?.timeZone ?? 'UTC'
  const { summary } = result
  const span =
    summary.from === null || summary.to === null
      ? 'no record can be used'
      : `${local(summary.from, zone)} to ${local(summary.to, zone)}, ${zone}`
  const name = escaped(title.split(/[\\/]/).at(-1)!)
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>${name}</title>
<style>${pageStyle}</style>
<h1>${name}</h1>
<p>${escaped(span)}. ${summary.usable} records of ${summary.records} can be used; ${summary.bad} could not be read, ${summary.repeated} say what another said. ${escaped(asideText(summary.setAside))}</p>
${drawingOf(result, settings.zones ?? [])}
<ul class="legend">
<li><i class="inclusion"></i>inclusion zone</li>
<li><i class="exclusion"></i>exclusion zone</li>
<li><i class="accuracy"></i>accuracy of a fix</li>
<li><i class="fix"></i>fix</li>
<li><i class="aside"></i>fix set aside</li>
<li><i class="mark high"></i>happening, by its number</li>
<li><i class="mark note"></i>return, or another note</li>
<li><i class="mark withdrawn"></i>withdrawn by later evidence</li>
</ul>
${tableOf(result.happenings, zone)}
</html>
`
}

function asideText(setAside: Replay['summary']['setAside']): string {
  const parts = Object.entries(setAside).map(([reason, count]) => `${count} ${reason}`)
  return parts.length === 0 ? 'None was set aside.' : `Set aside: ${parts.join(', ')}.`
}

function tableOf(happenings: readonly Happening[], zone: string): string {
  if (happenings.length === 0) return '<p>Nothing happened.</p>'
  const rows = happenings.map((happening, place) => {
    const marks = [happening.late ? 'late' : '', happening.withdrawn ? 'withdrawn' : '']
    const cells = [
      String(place + 1),
      local(happening.at, zone),
      local(happening.knownAt, zone),
      happening.kind,
      happening.zone ?? '',
      kinds[happening.kind].says,
      happening.evidence.why,
      marks.filter((mark) => mark !== '').join(', '),
    ]
    return `<tr>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`
  })
  return `<table>
<thead><tr><th>No.<th>happened<th>known<th>kind<th>zone<th>says<th>why<th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>`
}

function local(at: Millis, zone: string): string {
  const time = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)
  return time.toPlainDateTime().toString({ smallestUnit: 'second' }).replace('T', ' ')
}
