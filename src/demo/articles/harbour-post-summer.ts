import type { DemoArticle } from './article.ts';

/** The general paper from June on: one article that is edited later, one local piece. */
export const harbourPostSummer: readonly DemoArticle[] = [
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
