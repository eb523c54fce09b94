import type { DemoArticle } from './article.ts';

/** The general paper: news with context, one agency story, one local piece. */
export const harbourPost: readonly DemoArticle[] = [
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

The data includes names and contact details, the group said. It does not include members’ passwords, bank or credit
card details, or transactions, nor information about products or services that members or customers hold with the
group.

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
  {
    slug: 'ms-what-works',
    title: 'What works at M&S again, and what does not',
    byline: 'Tobias Fell',
    published: '2025-07-01T16:00:00+01:00',
    summary: 'Home delivery is back for most of Britain. Collecting an order in a shop is not.',
    body: `
Ten weeks after the cyber attack on Marks & Spencer became public, most of what a shopper notices is working. Here
is the state of things after today’s annual general meeting.

**Home delivery.** Orders for clothing have been accepted again since 10 June for addresses in England, Scotland and
Wales, at first for a limited range.

**Click and collect.** Still suspended. There is no date.

**Payment in shops.** Contactless cards are accepted.

**Your data.** The company said in May that personal details of customers were taken, among them names, addresses
and dates of birth, but no account passwords and no usable payment details.

Stuart Machin told shareholders that he hopes the online business will be fully running within four weeks, and that
most of the impact will be behind the company by August.

The attack was disclosed on 22 April. Online orders stopped three days later.
`,
    revised: {
      title: 'What works at M&S again: click and collect is back',
      modified: '2025-08-11T14:20:00+01:00',
      summary: 'Orders can be collected in UK shops again, fifteen weeks after the service stopped.',
      body: `
[note] Update, 11 August: M&S has resumed click and collect in the UK. We have changed the list below.

Almost sixteen weeks after the cyber attack on Marks & Spencer became public, nearly everything a shopper notices is
working. Here is the state of things.

**Home delivery.** The full range of fashion, home and beauty can be ordered again in the UK, with next-day and
nominated-day delivery.

**Click and collect.** Restored today. Orders can be collected from any M&S store across the UK, and online
purchases can be returned to a shop.

**Ireland.** The Irish website is not taking orders yet.

**Payment in shops.** Contactless cards are accepted.

**Your data.** The company said in May that personal details of customers were taken, among them names, addresses
and dates of birth, but no account passwords and no usable payment details.

Stuart Machin told shareholders in July that he expected most of the impact to be behind the company by August.
`,
    },
  },
  {
    slug: 'norman-mps-impersonation',
    title: 'M&S chairman tells MPs of ‘traumatic’ attack but will not say if ransom was paid',
    byline: 'Maren Oakshott',
    published: '2025-07-08T15:45:00+01:00',
    summary: 'Archie Norman names DragonForce and describes an impostor. Co-op says it never considered paying.',
    body: `
The intruders who brought Marks & Spencer’s online shop to a halt first got in on 17 April by pretending to be
someone they were not, its chairman told Parliament today.

Archie Norman spoke of a sophisticated impersonation in which a third party was involved. He told the Business and
Trade sub-committee on economic security that M&S believes DragonForce, a ransomware operation, to be behind the
attack. Whoever started it worked through intermediaries, he said, and nobody signs a letter about such a thing.

“Traumatic” was not too strong a word for it, Mr Norman said. The aim, as far as anyone could tell, was partly
ransom or extortion.

Did M&S pay? He would not answer. Discussing dealings with the attackers was not in the public interest, he told the
MPs, and the matter had been fully shared with the National Crime Agency. Nobody at M&S had been in direct contact
with them, he said.

> Did M&S pay? He would not answer.

The company expects the episode to cost about £300 million in profit before insurance and savings. Customers should
see it running normally by the end of this month, but work on systems in the background will go on until October or
November.

Representatives of the Co-op, which was attacked in the same month, gave a shorter answer to the same question.
Dominic Kendal-Ward, its general counsel, said that the group had not paid a ransom and had not considered it.
`,
  },
  {
    slug: 'greengrocer-old-quay',
    title: 'Queue round the corner as greengrocer opens on the Old Quay',
    byline: 'Edie Marchbanks',
    published: '2025-06-14T10:00:00+01:00',
    summary: 'Pellow’s has moved into the chandlery that stood empty for six years.',
    body: `
By half past seven there were forty people outside the old chandlery on the quay, and by nine Ros Pellow had sold
the last of her strawberries.

The chandlery had been empty for six years. Mrs Pellow and her brother Denzil took the lease in February, scraped
three coats of paint off the counter and found a price list for rope from 1931, which now hangs, framed, above the
potatoes.

[photo] The first customers at Pellow’s on Saturday. Picture: Edie Marchbanks

Most of what they sell is grown within ten miles. There is a box scheme for those who cannot get to the harbour, and
you order it by telephone or by dropping a note through the door. The shop has a card reader but no website, and Mrs
Pellow says that she has no plans for one.

The town council, which offered a discount on the rates to fill the quay’s vacant units, says that two more leases
are close to being signed. A bakery and a bicycle workshop have been mentioned.

Opening hours are seven until four, Tuesday to Saturday, and for as long as the cherries last on Sunday morning.
`,
  },
  {
    slug: 'harrods-supplier-data',
    title: 'Harrods warns online customers after data is taken from supplier',
    byline: 'Tobias Fell',
    published: '2025-09-27T08:50:00+01:00',
    summary: 'Names and contact details were copied at a third-party provider, the store says. Passwords were not.',
    edition: 'later',
    body: `
Customers who have shopped online at Harrods were told by e-mail last night that some of their personal details have
been stolen, not from the store itself but from a company that works for it.

What was taken is limited to basic identifiers such as name and contact details, Harrods said. Neither account
passwords nor payment details are included.

The provider, which has not been named, has told the store that this was an isolated incident and that it has been
contained. Harrods says that it is working with the firm to make sure that the right steps are taken, and that all
relevant authorities have been notified.

## Two incidents, one name

The store is anxious to keep this apart from what happened in the spring. In May it restricted internet access at
its sites after attempts to get into its own systems. The new theft is unconnected with those attempts, it says, and
no Harrods system was compromised this time.

Most customers of the store buy in person, so that those affected are a small share of the whole, according to the
company.
`,
  },
];
