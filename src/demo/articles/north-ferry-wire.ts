import type { DemoArticle } from './article.ts';

const byline = 'North Ferry Wire';

/** The agency: short, flat, fast. */
export const northFerryWire: readonly DemoArticle[] = [
  {
    slug: 'marks-and-spencer-cyber-incident',
    title: 'Marks & Spencer tells stock exchange of cyber incident',
    byline,
    published: '2025-04-22T15:05:00+01:00',
    summary:
      'Retailer has made small changes in its shops and called in outside experts; click-and-collect is delayed.',
    body: `
LONDON, April 22 - Marks & Spencer said on Tuesday that it had been dealing with a cyber incident for the past few
days and had altered some of its store operations as a result.

In a notice to the London Stock Exchange the clothing and food group described the alterations as minor and
temporary and said they were meant to protect customers and the business.

It has hired external cyber security experts to help it investigate. The incident was reported to the National Cyber
Security Centre and to the data protection authorities, the company said.

Shops remain open. The website and the app were working normally on Tuesday, according to the notice, but customers
were warned of delays to click-and-collect orders and asked to wait for an e-mail before they travel to a store.

The company gave no details of what kind of incident it was and did not say who might be behind it. It said that
customers did not need to take any action for now and that it would tell them if that changed.

Shoppers had complained on social media since the weekend about contactless terminals that did not respond and
parcels that could not be handed over.
`,
  },
  {
    slug: 'ms-stops-online-orders',
    title: 'M&S stops taking orders online after cyber incident',
    byline,
    published: '2025-04-25T16:45:00+01:00',
    summary: 'Website and app pause orders; shares slip in afternoon trading.',
    body: `
LONDON, April 25 - Marks & Spencer on Friday stopped taking orders through its websites and apps, widening the
disruption from a cyber incident that it made public three days earlier.

The retailer called the pause part of its proactive handling of the incident. Products can still be looked at online
and stores are open, it said, adding that it was truly sorry for the inconvenience.

Click-and-collect had been suspended already. On Wednesday the company said that it had moved some of its processes
offline and that contactless payment was not available in its shops.

Customers were told on Tuesday that they need not do anything. M&S said on Friday that this advice still stood.

Its shares lost close to 5 percent in afternoon trading.

The company gave no date for the return of online orders. It has said that it is working with outside specialists
and that the National Cyber Security Centre has been informed. It has not said whether ransomware was involved.
`,
  },
  {
    slug: 'co-op-member-data-taken',
    title: 'Co-op says hackers took data of large number of members',
    byline,
    published: '2025-05-02T18:20:00+01:00',
    summary: 'Names and contact details extracted from one system; no passwords or card details, group says.',
    body: `
MANCHESTER, May 2 - The Co-op Group said on Friday that hackers had extracted personal data of a significant number
of its current and past members from one of its systems.

The data includes names and contact details, the group said. It contains no passwords of members, no bank or credit card details and no
transactions, nor information about products or services that members or customers hold with the group.

The admission goes further than what the mutual said earlier in the week. On Wednesday it reported attempts to break
into its systems and spoke of a small impact on its back office and call centres.

The BBC reported on Friday that people calling themselves DragonForce had contacted it, claimed responsibility and
shown samples of customer and employee data. They claimed to hold details of 20 million people who had signed up to
the membership scheme. The Co-op has not confirmed that number.

The group said that it was working with the National Cyber Security Centre and the National Crime Agency, and that
it was very sorry.

Its food shops and funeral homes are open.
`,
  },
  {
    slug: 'ms-resumes-online-orders',
    title: 'M&S takes online clothing orders again after 46 days',
    byline,
    published: '2025-06-10T11:30:00+01:00',
    summary: 'Home delivery of best sellers returns in England, Scotland and Wales; click-and-collect still off.',
    body: `
LONDON, June 10 - Marks & Spencer reopened its website for clothing orders on Tuesday, 46 days after a cyber attack
made it shut its online business.

Customers in England, Scotland and Wales can order a selection of fashion lines, mainly best sellers and new
products, for standard home delivery. Northern Ireland will follow in the coming weeks, the company said.

Click-and-collect, next-day and nominated-day delivery and international orders remain suspended.

The shares rose about 3 percent.

Orders were paused on April 25. M&S put the cost of the attack at around 300 million pounds of operating profit in
its 2025/26 financial year, a figure that it gave in May and that does not yet count insurance or savings.

The company said in May that it expected disruption to its online business to last into July. Personal data of
customers was also stolen in the attack, though no passwords and no usable card details, it has said.
`,
  },
  {
    slug: 'cyber-monitoring-centre-retail-estimate',
    title: 'UK body puts cost of M&S and Co-op attacks at up to 440 million pounds',
    byline,
    published: '2025-06-20T12:10:00+01:00',
    summary: 'Cyber Monitoring Centre treats the two as one Category 2 event and leaves Harrods out.',
    body: `
LONDON, June 20 - The April cyber attacks on Marks & Spencer and the Co-op will together cost between 270 million
and 440 million pounds, the Cyber Monitoring Centre estimated on Friday.

The independent non-profit body, which was set up by the insurance industry to grade cyber events, placed the two
attacks in Category 2 of its five-step scale and counted them as a single combined event. It pointed to the short
time between them, the similar methods and the fact that one party had claimed both.

The range covers the two companies, their suppliers, partners and service providers. Lost business accounts for most
of it, the centre said.

An incident at Harrods at about the same time was not included because too little is known about its cause and
effect.

It is the first time that the centre has published such an assessment of a live event. M&S alone has put its own
loss at about 300 million pounds of operating profit before mitigation.
`,
  },
  {
    slug: 'four-arrested-retail-attacks',
    title: 'Four arrested over attacks on M&S, Co-op and Harrods',
    byline,
    published: '2025-07-10T09:40:00+01:00',
    summary: 'National Crime Agency detains three males and a woman in London and the West Midlands.',
    body: `
LONDON, July 10 - British police arrested four people on Thursday in connection with the cyber attacks on Marks &
Spencer, the Co-op and Harrods, the National Crime Agency said.

Two men aged 19, a 17-year-old male and a woman of 20 were picked up at their homes in the West Midlands and London.
Electronic devices were seized.

They are suspected of offences under the Computer Misuse Act, blackmail, money laundering and taking part in the
activities of an organised crime group. They were in custody for questioning on Thursday. Nobody has been charged.

Paul Foster, who heads the agency's National Cyber Crime Unit, called the arrests a significant step and said that
the investigation went on with partners in Britain and abroad. He thanked the three retailers for their support.

The agency did not name the suspects. Officers of regional organised crime units took part in the operation.

The attacks took place in April. They stopped online sales at M&S for more than six weeks and emptied shelves in
Co-op shops.
`,
  },
  {
    slug: 'harrods-attackers-made-contact',
    title: 'Harrods says attackers made contact over stolen data, will not engage',
    byline,
    published: '2025-09-28T20:15:00+01:00',
    summary: 'Department store: 430,000 customer records taken from a third-party provider.',
    edition: 'later',
    body: `
LONDON, Sept 28 - Harrods has been contacted by those who stole customer data from one of its suppliers and will not
engage with them, the London department store said on Sunday.

The theft concerns 430,000 records of online customers, the company said. They contain names and contact details
where customers had provided them. Account passwords and payment details are not part of the data.

Some records also carry labels to do with marketing and services, for example a loyalty tier or a link to a
co-branded card, which the store said an outsider would be unlikely to read correctly.

Harrods told customers of the theft by e-mail on Friday. It has informed the authorities and said that its attention
was on informing and supporting customers.

No Harrods system was broken into, and the matter has nothing to do with the attempts on its network earlier this
year, the company said. It did not name the supplier.
`,
  },
];
