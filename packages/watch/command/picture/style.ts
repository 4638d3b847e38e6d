/** Of the drawing and its legend. Colors are told apart by how light they are as well. */
export const drawingStyle = `
text { font-family: system-ui, sans-serif; fill: #1a1a1a }
.number { text-anchor: middle; fill: #fff; font-weight: 700 }
.name { text-anchor: middle }
.inclusion { fill: #2a7d4f22; stroke: #2a7d4f; background: #2a7d4f22 }
.exclusion { fill: #b3261e22; stroke: #b3261e; background: #b3261e22 }
.buffer { fill: none; stroke-opacity: 0.2; stroke-linejoin: round }
.accuracy { fill: #3b6ea50d; stroke: #3b6ea555; stroke-width: 0.5px; vector-effect: non-scaling-stroke; background: #3b6ea522 }
.track { fill: none; stroke: #3b6ea5 }
.fix { fill: #17406d; background: #17406d }
.aside { fill: #fff; stroke: #777; background: #fff }
.mark { fill: #8a5a00; background: #8a5a00 }
.mark.critical, .mark.high { fill: #b3261e; background: #b3261e }
.mark.note { fill: #4d4d4d; background: #4d4d4d }
.mark.withdrawn { fill: #9a9a9a; background: #9a9a9a }
.scale { stroke: #1a1a1a; fill: none }
`

/** Of the page around it. */
export const pageStyle = `
body { font: 14px/1.4 system-ui, sans-serif; margin: 24px; max-width: 1100px; color: #1a1a1a; background: #fff }
h1 { font-size: 18px }
svg { display: block; width: 100%; max-height: 80vh; border: 1px solid #bbb; background: #fcfcfa }
.legend { display: flex; flex-wrap: wrap; gap: 4px 20px; list-style: none; padding: 0 }
.legend i { display: inline-block; width: 12px; height: 12px; border: 1px solid #777; border-radius: 6px; margin-right: 6px }
table { border-collapse: collapse; width: 100% }
th, td { text-align: left; vertical-align: top; padding: 4px 8px; border-bottom: 1px solid #ddd }
`
