import type { DemoArticle } from './article.ts';

const byline = 'Wick';

/** The security blog: one author with opinions and sources. */
export const cipherLantern: readonly DemoArticle[] = [
  {
    slug: 'ms-what-the-sources-say',
    title: 'M&S: what is known, what is sourced, what is guesswork',
    byline,
    published: '2025-04-29T21:10:00+01:00',
    summary: 'A report names Scattered Spider and DragonForce. The company has confirmed neither.',
    body: `
Yesterday evening BleepingComputer published what everyone had been whispering: according to several of its sources,
the outage at Marks & Spencer is ransomware, and the people behind it are of the Scattered Spider kind. Octo
Tempest, if you use Microsoft's names.

Let me sort this into heaps.

## Confirmed by M&S

* There is a cyber incident, made public on 22 April.
* Processes were taken offline, and online ordering was paused on the 25th.
* Outside experts are on it and the NCSC knows.

That is all. Ransomware? No comment. Customer data? Not a word so far.

## Reported from unnamed sources

Virtual machines on VMware ESXi hosts were encrypted on 24 April with the DragonForce encryptor. The intruders may
have been inside since February, when they are said to have stolen the NTDS.dit file, which is where a Windows
domain keeps its password hashes. CrowdStrike, Microsoft and Fenix24 are said to be helping.

## Guesswork

How they came in. Whoever tells you that this week is selling something.

Note that "Scattered Spider" isn't a gang with a membership list. It's a habit shared by a loose crowd, mostly young
and English-speaking: ring the help desk, sound plausible, get a reset. DragonForce rents out the tooling and takes
a cut.
`,
  },
  {
    slug: 'co-op-teams-messages',
    title: 'DragonForce rings the BBC: 20 million Co-op records, or so they say',
    byline,
    published: '2025-05-03T11:30:00+01:00',
    summary: 'A boast, a sample and a confirmation that does not quite match.',
    body: `
When criminals call a journalist it is because somebody else has stopped answering. On Friday people who use the
name DragonForce contacted the BBC about the Co-op.

What they claim: private data of 20 million people who signed up for the membership scheme. What they showed: a
sample of 10,000 records with names, addresses, e-mails, phone numbers and membership card numbers, plus logins of
staff. The BBC says that it has destroyed the data.

They also produced a screenshot of a Microsoft Teams message to the Co-op's head of cyber security, dated 25 April,
to the effect that data had been exfiltrated. That was five days before the Co-op told the public about "attempts".

What the Co-op confirms: data relating to a significant number of current and past members was accessed and
extracted from one system. Names and contact details, it says; not passwords, bank or credit card details or
transactions. It won't confirm 20 million.

Two days earlier the line had been that there was no evidence that customer data was compromised. I don't think that
anyone lied. "No evidence" on day one of a forensic job often means no more than "we have just begun to look". But
readers hear "no", and companies know that they do.

The same people say that they are behind M&S and tried Harrods. That's a claim as well.
`,
  },
  {
    slug: 'help-desks-ncsc',
    title: 'NCSC to retailers: look at your help desk first',
    byline,
    published: '2025-05-06T19:45:00+01:00',
    summary: 'Advice after M&S, Co-op and Harrods. It is not new, which is rather the point.',
    body: `
The National Cyber Security Centre has put out recommendations in the wake of the incidents at Marks & Spencer, the
Co-op and Harrods. It still isn't in a position to say whether the three belong together.

Top of my list, and high on theirs: how does your help desk make sure who is asking before it resets a password? In
particular when the caller is somebody with administrator rights.

Then there's the usual medicine:

* multi-factor authentication everywhere, without exceptions for important people
* alerts for risky sign-ins, such as those from residential VPN ranges
* a close eye on domain, enterprise and cloud administrator accounts

Press reports have it that callers pretending to be locked-out employees were the way in. The NCSC notes that
speculation and neither confirms nor denies it.

My own two pence: if an attacker can be a convincing employee for four minutes on the phone, so can your chief
executive's nephew. Give the help desk permission to say no, and buy a cake for the first person who does.
`,
  },
  {
    slug: 'us-retailers-next',
    title: 'Google: the crowd that troubled British shops is now in American ones',
    byline,
    published: '2025-05-15T20:00:00+01:00',
    summary: 'UNC3944, or something close to it, changes continent but not sector.',
    body: `
American retailers should take note, says John Hultquist of Google's Threat Intelligence Group. The hackers who
caused so much disruption among their British counterparts are turning to the United States.

Google suspects a link to UNC3944, its name for the cluster that the press calls Scattered Spider. It has not
formally tied the group to the British cases. The actors are aggressive, creative and particularly effective at
getting round mature defences, according to Hultquist, and they tend to work through one sector at a time.

Which American retailers? He didn't say. Some of the intrusions are said to have got as far as ransomware.

For readers who have been on a desert island: Marks & Spencer has taken no online orders since 25 April and admitted
on Tuesday that customer data was stolen, the Co-op lost data of many of its members, and Harrods reported attempts
on its systems on 1 May.

If you run a shop in Ohio: same advice as ever. Help desk. Help desk. Help desk.
`,
  },
  {
    slug: 'password-managers-for-aunts',
    title: 'A password manager for my aunt',
    byline,
    published: '2025-06-18T18:00:00+01:00',
    summary: 'No news today. Just a kitchen table, a notebook and a small victory.',
    body: `
My aunt keeps her passwords in a notebook with a heron on it. I have spent ten years being rude about the heron, and
last Sunday I finally sat down at her kitchen table to replace it.

We picked a password manager with large type. We agreed on a long sentence as the master password, something about
her late cat that nobody else could know and that she will not forget. Then we went through the accounts one by one:
the library, the gas, the choir, the chemist, two clothes shops and the thing with the bulbs.

It took three hours and a lemon cake.

What I learned is that the notebook was not so stupid. It can't be phished. It doesn't stop working when the phone
is empty. What it can't do is notice that the same six letters open eleven doors, and that was the discovery of the
afternoon: eleven.

So the heron stays in the drawer, with the recovery code on its last page. The master sentence is in her head. And I
have promised not to be rude about stationery again.
`,
  },
  {
    slug: 'arrests-are-not-convictions',
    title: 'Four arrests, and what they do not tell us',
    byline,
    published: '2025-07-11T20:30:00+01:00',
    summary: 'The NCA has suspects. It has not told us who did what to whom.',
    body: `
The National Crime Agency arrested four people yesterday over the attacks on M&S, the Co-op and Harrods: two men of
19, a 17-year-old and a woman of 20, in the West Midlands and in London. One of the men is Latvian, the others are
British.

The suspicions are weighty. Computer Misuse Act, blackmail, money laundering, participation in an organised crime
group. But they're suspicions. There are no charges, and there are no names.

What we were not told is the interesting part. Nothing about which of the four is meant to have done what. Nothing
about whether there are others; the agency says its work continues with partners here and overseas. Nothing about
DragonForce, which M&S's chairman named on Tuesday as the ransomware operation that he believes to be involved.

The age of the suspects fits what researchers have said about this milieu for years. It proves nothing.

Full marks, on the other hand, to the three retailers, whom the agency thanked for their help. Reporting early is
unpleasant. It's also how you get to a sentence like "electronic devices were seized".
`,
  },
  {
    slug: 'harrods-supply-chain',
    title: 'Harrods, again, but not the same',
    byline,
    published: '2025-09-30T21:15:00+01:00',
    summary: 'A supplier lost 430,000 records. Please do not file it under May.',
    edition: 'later',
    body: `
Some headlines this week say that Harrods has been hacked again. Read the statement: the data came from a
third-party provider, no Harrods system was compromised, and the store says that it has no connection with the
attempts in May.

The numbers. 430,000 customer records, all from e-commerce. Names and contact details, where given. Not account
passwords, not payment details. In some cases there are internal labels too, like a loyalty tier, that are of little
use to a stranger.

The attackers have been in touch and Harrods won't be talking to them. Today it added that some customers have been
contacted directly by somebody who says that he has their data, and explained why: to negotiate with criminals
guarantees nothing about what they'll do with the data. On that I can only agree.

Who the provider is we don't know. The NCSC and the Metropolitan Police's cyber crime unit are informed.

Two incidents, then, five months apart: in the first, attempts on the store's own systems, with no theft of data
reported; in the second, a theft from somebody else's. If your database has one row for both, your database is
wrong.
`,
  },
];
