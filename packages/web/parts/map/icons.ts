import { type Shape, shapes, type Tone, tones } from './types.ts'

/** Side of a mark in pixels of the page, with room for its white edge. */
const side = 22
/** Drawn finer than it is shown, for sharp screens. */
export const iconRatio = 3

/** The colors of the pages by tone, read from the page itself. */
export function toneColors(): Record<Tone, string> {
  const style = getComputedStyle(document.documentElement)
  const variable = (name: string): string => style.getPropertyValue(name).trim()
  return {
    plain: variable('--ink-soft'),
    accent: variable('--accent'),
    settled: variable('--settled'),
    wait: variable('--wait'),
    now: variable('--now'),
  }
}

/** Every shape in every tone, as pictures for the map: `triangle-now`. */
export function markIcons(colors: Record<Tone, string>): { name: string; picture: ImageData }[] {
  return shapes.flatMap((shape) =>
    tones.map((tone) => ({ name: `${shape}-${tone}`, picture: pictureOf(shape, colors[tone]) })),
  )
}

/** The arrow that says which way a track runs. */
export function arrowIcon(color: string): ImageData {
  return draw((pen) => {
    pen.strokeStyle = color
    pen.lineWidth = 2
    pen.stroke(new Path2D('M8 6 13 11 8 16'))
  })
}

function pictureOf(shape: Shape, color: string): ImageData {
  return draw((pen) => {
    pen.lineJoin = 'round'
    pen.strokeStyle = '#ffffff'
    pen.lineWidth = shape === 'cross' ? 6.5 : 4
    pen.stroke(outlines[shape])
    pen.fillStyle = shape === 'ring' ? '#ffffff' : color
    pen.strokeStyle = color
    if (shape === 'cross') {
      pen.lineWidth = 3
      pen.stroke(outlines.cross)
      return
    }
    pen.fill(outlines[shape])
    pen.lineWidth = shape === 'ring' ? 3 : 1
    pen.stroke(outlines[shape])
  })
}

function draw(paint: (pen: OffscreenCanvasRenderingContext2D) => void): ImageData {
  const canvas = new OffscreenCanvas(side * iconRatio, side * iconRatio)
  const pen = canvas.getContext('2d')!
  pen.scale(iconRatio, iconRatio)
  paint(pen)
  return pen.getImageData(0, 0, canvas.width, canvas.height)
}

const outlines: Record<Shape, Path2D> = {
  circle: disc(6.5),
  ring: disc(5.5),
  dot: disc(4.5),
  square: new Path2D('M5 5h12v12H5z'),
  diamond: new Path2D('M11 3l8 8-8 8-8-8z'),
  triangle: new Path2D('M11 2.5 20 18H2z'),
  cross: new Path2D('M5.5 5.5l11 11m0-11-11 11'),
  home: new Path2D('M11 3l8 7h-2.5v8h-11v-8H3z'),
}

function disc(radius: number): Path2D {
  const path = new Path2D()
  path.arc(side / 2, side / 2, radius, 0, 2 * Math.PI)
  return path
}
