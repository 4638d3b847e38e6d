import type { FeatureCollection } from 'geojson'
import { outlineData } from './base.ts'
import type { LayerSpecification, SourceSpecification, StyleSpecification } from './libre.ts'
import type { Tone } from './types.ts'

const nothing: FeatureCollection = { type: 'FeatureCollection', features: [] }
const from = (data: FeatureCollection = nothing): SourceSpecification => ({ type: 'geojson', data })

/** Letters come from the machine itself: no letters are loaded from anywhere. */
const font = ['sans-serif']
const halo = { 'text-halo-color': '#ffffff', 'text-halo-width': 1.5 }

/** From this zoom on marks stand alone. */
const lastCluster = 12

/** The whole map before anything is on it. `clusters`: marks that stand close are drawn as one with their number. */
export function styleOf(colors: Record<Tone, string>, clusters: boolean): StyleSpecification {
  return {
    version: 8,
    sources: {
      outline: from(outlineData()),
      counties: from(),
      'county-names': from(),
      places: from(),
      areas: from(),
      circles: from(),
      lines: from(),
      marks: {
        type: 'geojson',
        data: nothing,
        ...(clusters
          ? {
              cluster: true,
              clusterRadius: 48,
              clusterMaxZoom: lastCluster,
              clusterProperties: { now: ['+', ['get', 'now']] },
            }
          : {}),
      },
      picked: from(),
    },
    layers: [
      ...baseLayers(),
      ...contentLayers(colors),
      ...(clusters ? clusterLayers(colors) : []),
      ...markLayers(),
    ],
  }
}

function baseLayers(): LayerSpecification[] {
  const places = (
    id: string,
    least: number,
    below: number,
    minzoom: number,
    size: number,
  ): LayerSpecification => ({
    id,
    type: 'symbol',
    source: 'places',
    minzoom,
    filter: ['all', ['>=', ['get', 'people'], least], ['<', ['get', 'people'], below]],
    layout: {
      'text-field': ['get', 'name'],
      'text-font': font,
      'text-size': size,
      'symbol-sort-key': ['-', 0, ['get', 'people']],
    },
    paint: { 'text-color': '#565c65', ...halo },
  })
  return [
    { id: 'ground', type: 'background', paint: { 'background-color': '#f6f7f9' } },
    {
      id: 'counties',
      type: 'line',
      source: 'counties',
      paint: { 'line-color': '#c6cace', 'line-width': 1 },
    },
    {
      id: 'outline',
      type: 'line',
      source: 'outline',
      maxzoom: 7,
      paint: { 'line-color': '#a9aeb1', 'line-width': 1.2 },
    },
    {
      id: 'county-names',
      type: 'symbol',
      source: 'county-names',
      minzoom: 7,
      maxzoom: 11,
      layout: {
        'text-field': ['upcase', ['get', 'name']],
        'text-font': font,
        'text-size': 10,
        'text-letter-spacing': 0.1,
      },
      paint: { 'text-color': '#71767a', ...halo },
    },
    places('metropoles', 400_000, Infinity, 4, 13),
    places('cities', 100_000, 400_000, 6, 13),
    places('towns', 20_000, 100_000, 8, 12),
    places('villages', 0, 20_000, 10, 11),
  ]
}

function contentLayers(colors: Record<Tone, string>): LayerSpecification[] {
  const byTone: ['match', ...unknown[]] = [
    'match',
    ['get', 'tone'],
    ...Object.entries(colors).flat(),
    colors.plain,
  ]
  const color = byTone as never
  const areaColor = [
    'match',
    ['get', 'rule'],
    'exclusion',
    colors.now,
    'inclusion',
    colors.settled,
    colors.plain,
  ] as never
  return [
    {
      id: 'areas',
      type: 'fill',
      source: 'areas',
      paint: { 'fill-color': areaColor, 'fill-opacity': 0.08 },
    },
    {
      id: 'area-lines',
      type: 'line',
      source: 'areas',
      filter: ['!=', ['get', 'rule'], 'exclusion'],
      paint: { 'line-color': areaColor, 'line-width': 2 },
    },
    {
      id: 'area-broken-lines',
      type: 'line',
      source: 'areas',
      filter: ['==', ['get', 'rule'], 'exclusion'],
      paint: { 'line-color': areaColor, 'line-width': 2.5, 'line-dasharray': [2, 1.2] },
    },
    {
      id: 'circles',
      type: 'fill',
      source: 'circles',
      paint: { 'fill-color': color, 'fill-opacity': 0.07 },
    },
    {
      id: 'circle-lines',
      type: 'line',
      source: 'circles',
      paint: { 'line-color': color, 'line-width': 1, 'line-opacity': 0.45 },
    },
    {
      id: 'tracks',
      type: 'line',
      source: 'lines',
      filter: ['==', ['get', 'kind'], 'track'],
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: { 'line-color': color, 'line-width': 2.5 },
    },
    {
      id: 'gaps',
      type: 'line',
      source: 'lines',
      filter: ['==', ['get', 'kind'], 'gap'],
      paint: { 'line-color': color, 'line-width': 2, 'line-dasharray': [1.5, 2] },
    },
    {
      id: 'ways',
      type: 'symbol',
      source: 'lines',
      minzoom: 11,
      filter: ['==', ['get', 'kind'], 'track'],
      layout: { 'symbol-placement': 'line', 'symbol-spacing': 90, 'icon-image': 'arrow', 'icon-size': 0.8 },
    },
    {
      id: 'area-names',
      type: 'symbol',
      source: 'areas',
      minzoom: 9,
      layout: { 'text-field': ['get', 'name'], 'text-font': font, 'text-size': 12 },
      paint: { 'text-color': areaColor, ...halo },
    },
  ]
}

function clusterLayers(colors: Record<Tone, string>): LayerSpecification[] {
  return [
    {
      id: 'clusters',
      type: 'circle',
      source: 'marks',
      filter: ['has', 'point_count'],
      paint: {
        'circle-color': colors.accent,
        'circle-radius': ['step', ['get', 'point_count'], 14, 20, 18, 200, 23, 2000, 28],
        'circle-stroke-width': ['case', ['>', ['get', 'now'], 0], 4, 2],
        'circle-stroke-color': ['case', ['>', ['get', 'now'], 0], colors.now, '#ffffff'],
      },
    },
    {
      id: 'cluster-numbers',
      type: 'symbol',
      source: 'marks',
      filter: ['has', 'point_count'],
      layout: {
        'text-field': [
          'case',
          ['>', ['get', 'now'], 0],
          ['concat', ['get', 'point_count_abbreviated'], '\n▲', ['to-string', ['get', 'now']]],
          ['get', 'point_count_abbreviated'],
        ] as never,
        'text-font': font,
        'text-size': 12,
        'text-line-height': 1,
        'text-allow-overlap': true,
        'text-ignore-placement': true,
      },
      paint: { 'text-color': '#ffffff' },
    },
  ]
}

function markLayers(): LayerSpecification[] {
  return [
    {
      id: 'marks',
      type: 'symbol',
      source: 'marks',
      filter: ['!', ['has', 'point_count']],
      layout: {
        'icon-image': ['get', 'icon'],
        'icon-size': ['get', 'size'],
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
        'symbol-sort-key': ['get', 'now'],
      },
    },
    {
      id: 'mark-words',
      type: 'symbol',
      source: 'marks',
      minzoom: 10,
      filter: ['all', ['!', ['has', 'point_count']], ['!=', ['get', 'word'], '']],
      layout: {
        'text-field': ['get', 'word'],
        'text-font': font,
        'text-size': 11,
        'text-anchor': 'top',
        'text-offset': [0, 0.8],
      },
      paint: { 'text-color': '#1b1b1b', ...halo },
    },
    {
      id: 'picked-ring',
      type: 'circle',
      source: 'picked',
      paint: {
        'circle-radius': 15,
        'circle-opacity': 0,
        'circle-stroke-color': '#1b1b1b',
        'circle-stroke-width': 2.5,
      },
    },
    {
      id: 'picked',
      type: 'symbol',
      source: 'picked',
      layout: {
        'icon-image': ['get', 'icon'],
        'icon-size': ['get', 'size'],
        'icon-allow-overlap': true,
        'text-field': ['concat', ['get', 'name'], '\n', ['get', 'word']] as never,
        'text-font': font,
        'text-size': 12,
        'text-anchor': 'bottom',
        'text-offset': [0, -1.3],
        'text-allow-overlap': true,
      },
      paint: { 'text-color': '#1b1b1b', ...halo },
    },
  ]
}
