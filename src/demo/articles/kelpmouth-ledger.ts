import type { DemoArticle } from './article.ts';

/** The business paper: money, carefully. One article is for subscribers only. */
export const kelpmouthLedger: readonly DemoArticle[] = [
  {
    slug: 'ms-insurance-cover',
    title: 'M&S policy may cover up to £100m of cyber losses',
    byline: 'Ansel Whitlow',
    published: '2025-05-15T18:40:00+01:00',
    summary: 'Allianz and Beazley are said to be among the insurers exposed.',
    pageStatus: 403,
    body: `
Marks & Spencer could claim as much as £100m from its insurers for the attack that has shut its online business, the
Financial Times reported, citing people familiar with the policy.

Allianz stands first in line and would be expected to bear at least the initial £10m, according to the report.
Beazley is also said to be exposed. The retailer and both insurers declined to comment to the newspaper.

The sum has to be seen against the takings that are being lost. Online orders have been paused since 25 April. M&S’s
shares have fallen by about 16 per cent since 22 April, which has erased some £1.3bn of market value.

The company said on Tuesday that personal data of customers was taken. It publishes annual results next Wednesday
and is expected to put a first figure on the damage. How long the pause will last it has not said.
`,
  },
  {
    slug: 'ms-results-attack-estimate',
    title: 'M&S estimates attack will take £300m off operating profit',
    byline: 'Ansel Whitlow',
    published: '2025-05-21T09:10:00+01:00',
    summary: 'Record year overshadowed. Figure is before insurance, cost control and trading measures.',
    body: `
Marks & Spencer expects last month’s cyber attack to reduce group operating profit for 2025/26 by around £300m
before any mitigation, it said with its full-year results this morning.

Management of costs, insurance and other trading actions will bring that down, the company said. Direct costs of the
incident, including the recovery of its technology, are to be shown separately as an adjusting item.

Food sales were hurt by poorer availability, and manual processes have brought extra waste and logistics costs in
the first quarter. In fashion, home and beauty, the pause on the web has weighed heavily on online
sales and on trading profit, while shops proved resilient. Disruption online should last through June and
into July.

For the 52 weeks to 29 March the group reported profit before tax and adjusting items of £875.5m, up 22.2 per cent
and the best in more than fifteen years. Sales rose 6.1 per cent to £13.9bn.

Stuart Machin, chief executive, told reporters that the attackers got in by way of a third party and that human
error was involved. He gave no further details.
`,
  },
  {
    slug: 'cmc-narrow-and-deep',
    title: 'Narrow and deep: how the bill for the retail attacks is put together',
    byline: 'Odile Farrant',
    published: '2025-06-23T12:00:00+01:00',
    summary: 'The first figure from the Cyber Monitoring Centre covers two retailers and everyone who depends on them.',
    body: `
How much does it cost when two of the country’s best-known retailers lose the use of their computers? Between £270m
and £440m, if the Cyber Monitoring Centre has done its sums right.

The centre, which published the estimate on Friday, treats the attacks on Marks & Spencer and the Co-op as one event
and gives it a two on a scale of five. It is the first time that the body has graded a live case.

The figure should be handled with care. It is not what M&S lost, nor what the Co-op lost. It is the joint cost for
both of them and for suppliers, partners and service providers, and nearly all of it is interrupted business rather
than clean-up.

M&S probably accounts for the greater part, the centre says, because it depends more on online sales and on its own
brand. The Co-op’s disruption was less severe and more local.

“Narrow and deep” is the label for such an event: few firms hit, but hard. The opposite was last summer’s faulty
CrowdStrike update, which touched a great many firms lightly.

Harrods is not in the number. Too little is known of what happened there, according to the centre.
`,
  },
  {
    slug: 'hundred-days',
    title: 'A hundred days of the M&S attack: a chronology',
    byline: 'Odile Farrant',
    published: '2025-07-31T06:00:00+01:00',
    summary: 'From dead card readers at Easter to a parliamentary committee room.',
    body: `
It is one hundred days since Marks & Spencer disclosed the attack. A look back.

**17 April.** Intruders gain entry by impersonating someone, as the chairman will tell MPs in July.

**19 to 21 April.** Over the Easter weekend, shoppers report trouble with contactless payment and with click and
collect.

**22 April.** M&S informs the stock exchange of a cyber incident.

**25 April.** It stops taking orders through its websites and apps. The pause will last 46 days.

**28 April.** BleepingComputer links the outage to the Scattered Spider collective and to DragonForce ransomware.

**13 May.** The company says that personal data of customers was stolen, without passwords or usable card details.

**21 May.** It estimates the effect on operating profit at around £300m before insurance and savings.

**6 June.** The BBC reports on an abusive e-mail that hackers calling themselves DragonForce sent to Stuart Machin
on 23 April, in which they boast of having encrypted the servers.

**10 June.** Some clothing can be ordered online again in England, Scotland and Wales.

**8 July.** Archie Norman, chairman, appears before a parliamentary sub-committee. He will not say whether a ransom
was paid.

**10 July.** The National Crime Agency arrests four people over the attacks on M&S, the Co-op and Harrods.

Click and collect is still not available.
`,
  },
  {
    slug: 'co-op-half-year-loss',
    title: 'Co-op falls to half-year loss as attack takes £80m',
    byline: 'Ansel Whitlow',
    published: '2025-09-25T10:15:00+01:00',
    summary: 'Revenue down 2.1 per cent. Group expects a smaller effect in the second half.',
    edition: 'later',
    body: `
The Co-op made an underlying loss before tax of £75m in the six months to 5 July, against a profit of £3m a year
earlier, after a cyber attack that it says cost it £206m in revenue.

Profit was reduced by £80m, a sum that includes £20m of one-off costs. At the underlying operating level the group
lost £32m, having earned £47m in the first half of 2024.

Revenue slipped by 2.1 per cent to £5.48bn. The mutual expects a further but smaller effect of the attack in the
second half.

When the attack came, systems were shut down quickly and decisively to contain it, the group said, and that led to
the disruption. It says that it worked openly with the National Crime Agency, the National Cyber Security Centre and
its regulators.

Members were offered £10 off a shop of £40 as thanks for their patience. Shirine Khoury-Haq, the chief executive,
confirmed in July that data of all 6.5 million of them was stolen.

Higher wages and employers’ national insurance also weighed on the result. Thirty new food shops and franchises are
planned for the coming months.
`,
  },
];
