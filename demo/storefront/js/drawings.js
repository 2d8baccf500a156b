import { svgElement } from './element.js';

/** A product drawn with a few shapes on its own paper. */
export function draw({ drawing, paper, colour, name }, label) {
  const seam = {
    fill: 'none',
    stroke: '#4b5a63',
    'stroke-opacity': '.35',
    'stroke-width': '2',
    'stroke-linecap': 'round',
  };
  const shapes = drawings[drawing](colour).map(([tag, attributes]) => {
    return svgElement(tag, attributes.seam ? { ...seam, ...attributes, seam: '' } : attributes);
  });
  return svgElement(
    'svg',
    { viewBox: '0 0 200 200', role: 'img', 'aria-label': label ?? name.zh },
    svgElement('rect', { width: 200, height: 200, fill: paper }),
    svgElement('ellipse', { cx: 100, cy: 178, rx: 54, ry: 6, fill: '#4b5a63', 'fill-opacity': '.10' }),
    ...shapes,
  );
}

const seamed = (d) => ['path', { d, seam: true }];
const dot = (cx, cy, r, fill) => ['circle', { cx, cy, r, fill }];
const cloud = (x, y, fill) => [
  'path',
  { d: `M${x} ${y}a6 6 0 0 1 .5-12 8 8 0 0 1 15 2 5.500 5.500 0 0 1 .5 10Z`, fill },
];

const drawings = {
  bodysuit: (colour) => [
    [
      'path',
      {
        d: 'M72 42 50 54 34 88l24 11 8-12v46c0 14 8 22 18 28l8 11h16l8-11c10-6 18-14 18-28V87l8 12 24-11-16-34-22-12c-12 16-44 16-56 0Z',
        fill: colour,
      },
    ],
    seamed('M72 42c12 16 44 16 56 0M66 87c2-8 2-14 0-20m68 20c-2-8-2-14 0-20'),
    ...[92, 100, 108].map((x) => dot(x, 166, 2.2, '#8fa9b8')),
    cloud(76, 92, '#a9c4d3'),
    cloud(106, 112, '#c9dae3'),
    cloud(80, 136, '#c9dae3'),
  ],
  romper: (colour) => [
    [
      'path',
      {
        d: 'M74 38 54 46 30 100l18 9 16-26v38l-6 50h33l9-38 9 38h33l-6-50V83l16 26 18-9-24-54-20-8c-12 14-40 14-52 0Z',
        fill: colour,
      },
    ],
    seamed('M74 38c12 14 40 14 52 0M100 50v82M58 160h31m22 0h31'),
    ...[64, 82, 100, 118].map((y) => dot(106, y, 2.6, '#6f8560')),
    ['path', { d: 'M74 96c8-8 16-8 18 0-4 6-12 8-18 0Z', fill: '#8fa77c' }],
  ],
  sleepingBag: (colour) => [
    [
      'path',
      {
        d: 'M76 36c-10 12-12 24-9 38L52 150c0 20 20 26 48 26s48-6 48-26l-15-76c3-14 1-26-9-38-10 14-38 14-48 0Z',
        fill: colour,
      },
    ],
    seamed('M76 36c10 14 38 14 48 0M100 48v118'),
    ['path', { d: 'M84 98a13 13 0 1 0 9 21 16 16 0 0 1-9-21Z', fill: '#f6e7b4' }],
    ...[
      [118, 92],
      [126, 122],
      [80, 142],
      [116, 148],
    ].map(([x, y]) => dot(x, y, 2.6, '#f6e7b4')),
  ],
  cardigan: (colour) => [
    ['path', { d: 'M72 42 48 52 28 118l21 7 14-32v72h74V93l14 32 21-7-20-66-24-10-28 46Z', fill: colour }],
    ['path', { d: 'M72 42l28 46 28-46-9-3-19 32-19-32Z', fill: '#c48f6f' }],
    seamed('M100 88v76M63 154h74M72 128h18v18H72zM110 128h18v18h-18z'),
    ...[102, 120, 138].map((y) => dot(106, y, 3, '#7d5238')),
  ],
  hat: (colour) => [
    dot(100, 50, 17, '#f3d4cf'),
    ['path', { d: 'M50 126c0-44 20-68 50-68s50 24 50 68Z', fill: colour }],
    ['rect', { x: 42, y: 120, width: 116, height: 28, rx: 14, fill: '#c67a71' }],
    seamed('M76 70c-6 14-8 30-8 48m32-58v58m24-48c6 14 8 30 8 48'),
  ],
  socks: (colour) => [
    [
      'path',
      {
        d: 'M52 46h34v62c0 8 3 12 9 17l10 9c9 9 5 24-8 26-8 1-14-2-20-8l-17-17c-6-6-8-12-8-21Z',
        fill: colour,
      },
    ],
    [
      'path',
      {
        d: 'M108 40h34v62c0 8 3 12 9 17l10 9c9 9 5 24-8 26-8 1-14-2-20-8l-17-17c-6-6-8-12-8-21Z',
        fill: '#dccb92',
      },
    ],
    ['path', { d: 'M52 46h34v12H52zM108 40h34v12h-34z', fill: '#a8934f' }],
    seamed('M53 78h32m-32 12h32m24-18h32m-32 12h32'),
  ],
  bib: (colour) => [
    [
      'path',
      {
        d: 'M58 44c-14 40-12 70-2 92 10 20 26 30 44 30s34-10 44-30c10-22 12-52-2-92l-17 4c2 26-8 40-25 40S73 74 75 48Z',
        fill: colour,
      },
    ],
    seamed('M75 48c-2 26 8 40 25 40s27-14 25-40'),
    dot(84, 110, 8, '#6d978c'),
    dot(116, 110, 8, '#6d978c'),
    dot(100, 124, 20, '#f3ece0'),
    dot(93, 120, 2.4, '#4b5a63'),
    dot(107, 120, 2.4, '#4b5a63'),
    ['ellipse', { cx: 100, cy: 129, rx: 4.5, ry: 3.2, fill: '#4b5a63' }],
  ],
  muslin: (colour) => [
    ['rect', { x: 40, y: 92, width: 120, height: 76, rx: 10, fill: colour }],
    ['rect', { x: 48, y: 68, width: 104, height: 62, rx: 10, fill: '#d6b9c9' }],
    ['path', { d: 'M58 50h84a10 10 0 0 1 10 10v36l-104 2V60a10 10 0 0 1 10-10Z', fill: '#e6d2dd' }],
    seamed('M48 98c34-8 70-6 104-2M40 138c40 6 80 6 120 0'),
    ...[
      [70, 70],
      [92, 80],
      [114, 68],
      [134, 80],
    ].map(([x, y]) => dot(x, y, 3, '#b98aa3')),
  ],
};
