import type { DemoArticle } from './article.ts';

/** The trade paper: systems, suppliers, stock. */
export const tillsideWeekly: readonly DemoArticle[] = [
  {
    slug: 'castle-donington-agency-staff',
    title: 'M&S sends agency staff home from Castle Donington as online pause bites',
    byline: 'Gwen Arkle',
    published: '2025-04-28T14:25:00+01:00',
    summary: 'About 200 shifts stood down at the clothing and home hub, Sky News reports.',
    body: `
With no online orders to pick, M&S has told roughly 200 agency workers not to come in to its main distribution
centre for clothing and home, according to Sky News.

Agency staff make up about a fifth of the workforce at Castle Donington in the East Midlands. M&S’s own employees
there are working as usual, the broadcaster said, citing a person close to the retailer. M&S would not comment.

The company stopped accepting orders on its UK and Irish websites and apps on Friday, as well as on some of the
international sites that it runs itself. Click and collect had been paused a few days earlier.

## Systems moved offline

Last Tuesday M&S informed the stock exchange of a “cyber incident”. Since then it has taken internal processes
offline to protect the business. Remote access for staff has been cut back as well, trade press reports say.

For how long is anyone’s guess. The retailer says that its team, supported by leading experts, is working extremely
hard to restart online shopping. It has given no forecast.

Roughly a third of M&S’s clothing and home sales are made online.
`,
  },
  {
    slug: 'co-op-suppliers-ordering-resumes',
    title: 'Co-op turns automated ordering back on and warns suppliers of lumpy volumes',
    byline: 'Priya Nightjar',
    published: '2025-05-14T16:10:00+01:00',
    summary: 'Group declares “recovery phase” two weeks after it pulled the plug on parts of its IT.',
    body: `
The Co-op’s stock ordering system is fully online again and all orders are back in the normal supply process, the
group said today.

Shelves should look better from this weekend, both in its food shops and online. It described itself as being in the
recovery phase and said that it was bringing systems back gradually, in a safe and controlled manner.

Suppliers had been told on the eve that system-based orders for ambient, fresh and frozen lines would resume on
Wednesday, as The Grocer reported. The same notice asked them to expect inflated volumes at first, since the Co-op
could not offer accurate forecasts, and some lines might drop in and out of orders for a few days.

Card payments, contactless included, work in every shop, according to the group.

> Some lines might drop in and out of orders for a few days.

Availability had got steadily worse after 30 April, when the mutual closed down parts of its IT to keep intruders
out. With electronic ordering affected, deliveries to depots were cut back and remote branches were served first.
Nisa and Costcutter shops, which the Co-op supplies, felt it too.

Member data was also extracted. The group says that names, contact details and dates of birth are involved, but not
passwords, bank or card details.
`,
  },
  {
    slug: 'mandatory-reporting-mps',
    title: 'Retailers tell MPs: practise with pen and paper, and make big attacks reportable',
    byline: 'Gwen Arkle',
    published: '2025-07-09T09:00:00+01:00',
    summary: 'What M&S and the Co-op said at Tuesday’s hearing that matters for everybody else.',
    body: `
Be ready to run your shops on pen and paper. That was the advice to fellow retailers from Nick Folland, general
counsel of Marks & Spencer, when he appeared before MPs yesterday beside his chairman.

You may have to, he explained, because you will be switching systems off yourself in order to protect them.

Archie Norman, the chairman, wants the law to change. Companies above a certain size should have to report material
attacks to the National Cyber Security Centre within a set time, he told the Business and Trade sub-committee on
economic security. He had reason to believe, he said, that two major attacks on large British companies in the past
four months had gone unreported. He did not name them.

## Insurance, or not

The two retailers went into April with different cover. M&S hopes to get some of its estimated £300m hit back from
insurers. The Co-op said that it does not expect any significant recovery, having put its money into detection.

That detection was quick, the group’s representatives said: unusual behaviour was noticed within hours. The Co-op’s
general counsel, Dominic Kendal-Ward, added that no ransom had been paid or considered. Mr Norman declined to
discuss that subject for M&S.

Systems that customers do not see will keep M&S’s engineers busy until October or November.
`,
  },
  {
    slug: 'roundup-spring-of-attacks',
    title: 'The week in retail IT: three household names, one very bad fortnight',
    byline: 'Tillside staff',
    published: '2025-05-03T08:00:00+01:00',
    summary: 'M&S, Co-op, Harrods: where each of them stands this Saturday.',
    body: `
Our usual round-up has only one subject this week.

## Marks & Spencer

Day twelve. Online orders have been off since Friday of last week and there is no date for their return. Detectives
of the Metropolitan Police are investigating. BleepingComputer has reported, from sources, that servers were
encrypted with DragonForce ransomware; the company does not comment on that.

## Co-op

From “small impact” to stolen data in two days. On Wednesday the group said that it had fended off attempts to get
in. On Friday it confirmed that data of a significant number of current and past members was extracted. Passwords,
bank and card details and transactions are not included, it says.

## Harrods

On Thursday the Knightsbridge store restricted internet access at its sites after attempts to gain entry. Shops and
website are open. It has reported no theft of data.

## And the authorities?

The National Cyber Security Centre is working with the companies. Its chief executive, Richard Horne, called the
incidents a wake-up call for all organisations. Whether they are linked is not established.
`,
  },
  {
    slug: 'six-months-on',
    title: 'Six months on: what the spring attacks cost, and what they changed',
    byline: 'Gwen Arkle',
    published: '2025-10-22T07:30:00+01:00',
    summary: 'M&S, the Co-op and Harrods half a year later, in figures that can be checked.',
    edition: 'later',
    body: `
Half a year ago today Marks & Spencer told the stock exchange that it was dealing with a cyber incident. Where do
the three retailers of that spring stand?

## Marks & Spencer

The first intrusion dates from 17 April, according to its chairman. Online orders were off from 25 April to 10 June,
and click and collect came back only on 11 August. Personal data of customers was taken: contact details, dates of
birth and order histories, but no passwords and no usable payment data. In May the company put the damage at about
£300m of operating profit before insurance and savings. Whether it paid a ransom it has declined to say.

## Co-op

On 30 April the group spoke of a small impact and saw no evidence that customer data was compromised. Two days later
it confirmed a theft, and on 16 July that all 6.5 million members were affected. Half-year results on 25 September
showed £206m in lost revenue and £80m off profit. No ransom was paid.

## Harrods

It kept its shops and website open in May while it restricted internet access. The theft of 430,000 customer records
from a supplier in September is a separate matter, the store says.

## The hunt

Four people were arrested on 10 July on suspicion of involvement in the three spring attacks. They were bailed, and
no charges over these attacks had been announced when this issue went to press.

For M&S and the Co-op together, the Cyber Monitoring Centre’s estimate of June was £270m to £440m.
`,
  },
];
