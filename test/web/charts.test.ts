import { describe, expect, test } from 'vitest';
import { barChart } from '../../src/web/bars.ts';
import { html, toText } from '../../src/web/html.ts';
import { moneyChart } from '../../src/web/money-chart.ts';
import { comparedServicesChart, servicesChart } from '../../src/web/services-chart.ts';
import { otherTimeline, sampleTimeline } from './sample-timeline.ts';

const places = (svg: string) =>
  [...svg.matchAll(/<rect class="(\w+)" x="(\d+)" width="(\d+)"/g)].map(([, kind, x, width]) => [
    kind,
    Number(x),
    Number(width),
  ]);

describe('bars', () => {
  test('stand where their stretch of the axis is, and never vanish', () => {
    expect(places(toText(barChart([{ from: 0, to: 0.5, kind: 'a' }])))).toEqual([['a', 0, 503]]);
    expect(places(toText(barChart([{ from: 1, to: 1, kind: 'a' }])))).toEqual([['a', 994, 6]]);
  });

  test('end in dashes where no end is reported, within the axis', () => {
    const rects = places(toText(barChart([{ from: 0, to: 1, open: true, kind: 'a' }])));
    expect(rects).toHaveLength(4);
    for (const [, x, width] of rects) expect(Number(x) + Number(width)).toBeLessThanOrEqual(1000);
  });
});

describe('the chart of outages', () => {
  const text = toText(html`${servicesChart(sampleTimeline, 'Services')}`);

  test('says in words what it draws, and leads to the line behind each bar', () => {
    expect(text).toContain('<a href="#evt_orders">Online orders</a>');
    expect(text).toContain('from 1 March 2031 to 6 March 2031');
    expect(places(text)).toEqual([['suspended', 0, 1000]]);
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
