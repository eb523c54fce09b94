import type { DemoArticle } from './article.ts';

/** The general paper, April and May: news with context, and one agency story. */
export const harbourPostSpring: readonly DemoArticle[] = [
  {
    slug: 'ms-shoppers-easter-tills',
    title: 'Contactless trouble and missing parcels: M&S admits ‘cyber incident’ behind Easter disruption',
    byline: 'Maren Oakshott',
    published: '2025-04-22T18:30:00+01:00',
    summary: 'Chief executive writes to customers after a weekend of failing tills and undelivered parcels.',
    tracking: 'utm_source=rss&utm_medium=feed&utm_campaign=harbour-news',
    body: `
Customers of Marks & Spencer who stood at dead card readers over the Easter weekend now know a little more about the
reason. The retailer told investors this afternoon that it has been “managing a cyber incident” for several days.

Stuart Machin, the chief executive, apologised in an e-mail to customers. To protect them and the company, he wrote,
it had been necessary to make small changes to the way the shops work for a time.

[photo] Tills at a high street shop. Picture: Harbour Post library

Collecting online orders is the main casualty. M&S asks people not to set off until they receive a message that
their parcel is ready. On social media shoppers also described returns that could not be processed and gift cards
that were refused.

Not every fault belongs to the same story, the company says. Trouble with contactless payment on Saturday was put
down to a separate technical problem.

> Shops are open and both the website and the app are running as usual.

Shops are open and both the website and the app are running as usual. The company has reported the matter to the
National Cyber Security Centre and to data protection regulators, and has brought in outside experts.

Whether any customer data is affected M&S did not say. Its advice for the moment is that nobody needs to do
anything.
`,
  },
  {
    slug: 'co-op-shuts-down-systems',
    title: 'Co-op switches off part of its IT after hackers try to get in',
    byline: 'Tobias Fell',
    published: '2025-04-30T17:50:00+01:00',
    summary: 'The group says that the effect is small and that it has seen no sign of customer data being compromised.',
    body: `
The Co-op has shut down parts of its computer systems to fend off an attempted break-in, eight days after Marks &
Spencer disclosed the incident that has stopped its online shop.

There were recently attempts to gain unauthorised access to some systems, the group said in a statement today. The
protective steps that it took have had what it called a small impact on some back office and call centre services.

More than 2,000 grocery shops, the home deliveries and some 800 funeral homes are trading as usual. Members and
customers are not being asked to do anything differently.

There is no evidence that customer data was compromised, according to the group.

## Staff told to keep systems closed

A letter to employees, seen by The Guardian, says that access to some systems has been withdrawn for the time being
and that part of the workforce cannot work from home. The system that monitors stock is understood to be among those
affected.

The Co-op would not say who it believes to be responsible. Nor is it known whether there is any connection with
events at M&S, where the Metropolitan Police has confirmed that it is investigating.
`,
  },
  {
    slug: 'harrods-third-retailer',
    title: 'Harrods becomes third big retailer in under two weeks to report hacking attempt',
    byline: 'Maren Oakshott',
    published: '2025-05-01T19:10:00+01:00',
    summary: 'Internet access at the store’s sites has been restricted. Doors and website remain open.',
    body: `
Harrods has cut back internet access at its sites after somebody tried to get into its computer systems. It joins
Marks & Spencer and the Co-op in a list that nobody on the high street wants to be on.

The Knightsbridge store said today that it had “recently experienced attempts to gain unauthorised access to some of
our systems”. Its security team acted at once to keep them safe, a spokesperson said, and the restriction is part of
that.

[photo] Evening lights on a department store front. Picture: Harbour Post library

All its sites are open to customers: the main store, the H beauty branches and the shops at airports. Harrods.com is
taking orders. Customers are not being asked to do anything differently.

What remains unsaid is whether the attempts succeeded. Harrods did not say that anything was taken, and it did not
say that nothing was.

M&S has been unable to sell online since last Friday. The Co-op shut down some of its systems on Wednesday. No
official body has drawn a line between the three so far.
`,
  },
  {
    slug: 'co-op-data-members-agency',
    title: 'Co-op admits hackers took data of large number of members',
    byline: 'North Ferry Wire',
    published: '2025-05-02T19:05:00+01:00',
    summary: 'Names and contact details extracted from one system; no passwords or card details, group says.',
    body: `
The Co-op Group said on Friday that hackers had extracted personal data of a significant number of its current and
past members from one of its systems.

The data includes names and contact details, the group said. It contains no passwords of members, no bank or credit card details and no
transactions, nor information about products or services that members or customers have with the group.

The admission goes further than what the mutual said earlier this week. On Wednesday it reported attempts to break
into its systems and spoke of a small impact on its back office and call centres.

The BBC reported on Friday that people calling themselves DragonForce had contacted it, claimed responsibility and
shown samples of customer and employee data. They claimed to hold details of 20 million people who had signed up to
the membership scheme. The Co-op has not confirmed that number.

The group said that it was working with the National Cyber Security Centre and the National Crime Agency, and that
it was very sorry.
`,
  },
  {
    slug: 'ms-customer-data-taken',
    title: 'M&S: customers’ personal details were taken in attack',
    byline: 'Tobias Fell',
    published: '2025-05-13T09:35:00+01:00',
    summary:
      'Retailer tells customers to reset passwords, and says no usable card details and no passwords are involved.',
    body: `
Personal information of Marks & Spencer customers was stolen in the cyber attack that has kept its online shop shut
for eighteen days, the company disclosed this morning.

Names, e-mail addresses, postal addresses, phone numbers, dates of birth and the history of online orders may be
among what was taken, it told customers. How many people are concerned it did not say.

Two things it was keen to rule out. The stolen data “does not include useable payment or card details”, which M&S
says it does not hold on its systems, and no account passwords are part of it. There is no evidence that the
information has been passed on, the company added.

> How many people are concerned it did not say.

All the same, everyone with an account will be asked to choose a new password at the next visit to the website or
the app. Mr Machin, the chief executive, said that customers need take no other action, but should be wary of
e-mails, calls or texts that claim to come from M&S.

## Three weeks and counting

M&S disclosed the incident on 22 April and stopped accepting orders through its website and app three days later.
Payment by contactless card works again in its shops. The company says that it has taken steps to protect its
systems, that it has reported the theft to the authorities and to law enforcement, and that it works with leading
security experts.

It has neither confirmed nor denied that this was ransomware.
`,
  },
];
