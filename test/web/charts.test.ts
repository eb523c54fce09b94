import { describe, expect, test } from 'vitest';
import { html, toText } from '../../src/web/html.ts';
import { moneyChart } from '../../src/web/money-chart.ts';
import { type PlottedRow, rowPlot } from '../../src/web/plot.ts';
import { comparedServicesChart, servicesChart } from '../../src/web/services-chart.ts';
import { otherTimeline, sampleTimeline } from './sample-timeline.ts';

const axis = { type: 'linear', from: 0, to: 100 } as const;
const draw = (row: Partial<PlottedRow>): string =>
  toText(rowPlot([{ label: 'Online orders', from: 0, to: 100, tone: 'plain', ...row }], axis));
const rects = (svg: string): readonly (readonly [number, number])[] =>
  [...(svg.split('</svg>')[0] ?? '').matchAll(/<rect [^>]*>/g)].map(([rect]) => {
    const number = (name: string): number => Number(new RegExp(` ${name}="([\\d.-]+)"`).exec(rect)?.[1]);
    return [number('x'), number('width')];
  });

describe('a drawing', () => {
  test('has a bar for a stretch, and a dot for a point', () => {
    const [whole, half] = [rects(draw({}))[0]!, rects(draw({ to: 50 }))[0]!];
    expect(half[1]).toBeCloseTo(whole[1] / 2);
    expect(rects(draw({ from: 50, to: 50 }))).toEqual([]);
    expect(draw({ from: 50, to: 50 })).toContain('<circle');
  });

  test('ends in dashes where no end is reported, within the axis', () => {
    const [, width] = rects(draw({}))[0]!;
    const dashed = rects(draw({ open: true }));
    expect(dashed).toHaveLength(4);
    const [start] = dashed[0]!;
    for (const [x, length] of dashed) expect(x + length).toBeLessThanOrEqual(start + width + 0.01);
  });

  test('is there for screens and for phones, without styles of its own, and takes no text for markup', () => {
    const svg = draw({ label: '<script>&"x' });
    expect([...svg.matchAll(/class="plot (\w+)"/g)].map(([, name]) => name)).toEqual(['wide', 'narrow']);
    expect(svg).not.toMatch(/<style| style=|<script/);
    expect(svg).toContain('&lt;script');
  });
});

describe('the chart of outages', () => {
  const text = toText(html`${servicesChart(sampleTimeline, 'Services')}`);

  test('says in words what it draws, and leads to the line behind each bar', () => {
    expect(text).toContain('<a href="#evt_orders">Online orders</a>');
    expect(text).toContain('from 1 March 2031 to 6 March 2031');
    expect(text).toContain('Online orders, suspended');
  });

  test('is not there where no service was hit, and says so beside others', () => {
    const spared = { ...otherTimeline, events: [] };
    expect(servicesChart(spared, 'Services')).toBe(false);
    const compared = toText(html`${comparedServicesChart([sampleTimeline, spared], 'day0', id => `/incidents/${id}`)}`);
    expect(compared).toContain('No outage is reported.');
    expect(compared).toContain('day 0 to day 5');
  });

  test('leaves out what was denied or taken back', () => {
    const denied = {
      ...sampleTimeline,
      events: sampleTimeline.events.map(event => ({ ...event, status: 'denied' as const })),
    };
    expect(servicesChart(denied, 'Services')).toBe(false);
  });
});

describe('the chart of money', () => {
  test('names every speaker, and draws no sum that is denied', () => {
    const told = {
      ...sampleTimeline,
      events: sampleTimeline.events.map(event => ({ ...event, status: 'reported' as const })),
    };
    expect(toText(html`${moneyChart(told)}`)).toContain('Outlet 7 (itself)');
    expect(moneyChart(sampleTimeline)).toBe(false);
  });
});
