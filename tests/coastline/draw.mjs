// Draws the land of the world map: Natural Earth 1:110m (public domain), cut where the map is cut, made
// simpler, in tenths of a degree. usage: npm ci && node draw.mjs > ../../generator/maps/coastline.txt
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { geoEqualEarthRaw, geoProjection, geoStream } from 'd3-geo';
import { feature } from 'topojson-client';

const middle = 11; // the meridian in the middle of the map: the cut at 169° W touches only the Bering Strait
const least_area = 1.2e-5; // of the triangle a point makes with its neighbours, on a globe of radius 1
const least_island = 6e-5;
const southernmost = -60; // no city stands on the ice, and it would take a fifth of the map

const world = JSON.parse(readFileSync(createRequire(import.meta.url).resolve('world-atlas/land-110m.json'), 'utf8'));
const degrees = geoProjection((x, y) => [x, y]).rotate([-middle, 0]).scale(180 / Math.PI).translate([0, 0]).reflectY(true).precision(0);

const plane = ([longitude, latitude]) => geoEqualEarthRaw((longitude * Math.PI) / 180, (latitude * Math.PI) / 180);
const triangle = (a, b, c) => Math.abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2;
const area = (ring) => Math.abs(ring.reduce((sum, a, i) => { const b = ring[(i + 1) % ring.length]; return sum + a[0] * b[1] - b[0] * a[1]; }, 0)) / 2;

function rings(land) {
  const all = [];
  const sink = { polygonStart() {}, polygonEnd() {}, lineStart() { all.push([]); }, lineEnd() {}, point(x, y) { all.at(-1).push([x, y]); } };
  geoStream(land, degrees.stream(sink));
  return all;
}

// Visvalingam and Whyatt: the point that matters least goes, again and again.
function simpler(ring) {
  const points = ring.map((point) => ({ point, at: plane(point) }));
  for (;;) {
    let least = -1, smallest = least_area;
    for (let i = 0; points.length > 4 && i < points.length; i += 1) {
      const size = triangle(points.at(i - 1).at, points[i].at, points[(i + 1) % points.length].at);
      if (size < smallest) [least, smallest] = [i, size];
    }
    if (least < 0) return points.map(({ point }) => point);
    points.splice(least, 1);
  }
}

const written = rings(feature(world, world.objects.land))
  .filter((ring) => ring.some(([, latitude]) => latitude > southernmost))
  .filter((ring) => area(ring.map(plane)) > least_island)
  .map(simpler)
  .map((ring) => ring.map((point) => point.map((value) => Math.round(value * 10))))
  .map((ring) => ring.filter((point, i) => point.join() !== ring.at(i - 1).join()))
  .filter((ring) => ring.length > 2)
  .sort((a, b) => b.length - a.length || a[0][0] - b[0][0])
  .map((ring) => ring.map((point, i) => (i === 0 ? point : [point[0] - ring[i - 1][0], point[1] - ring[i - 1][1]]).join(' ')).join(' '));

process.stdout.write(`# The land of the world map: Natural Earth 1:110m, version 4, public domain (naturalearthdata.com).
# Drawn by tests/coastline/draw.mjs. A line is a ring: longitude east of ${middle}° and latitude of its first point, then
# the steps to the next, in tenths of a degree.
${written.join('\n')}
`);
