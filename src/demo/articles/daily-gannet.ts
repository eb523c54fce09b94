import type { DemoArticle } from './article.ts';

/** The tabloid: loud on top, agency facts below. Every character must exist in windows-1252. */
export const dailyGannet: readonly DemoArticle[] = [
  {
    slug: 'no-clicks-no-collect',
    title: 'NO CLICKS, NO COLLECT: M&S slams shutters on its online shop',
    byline: 'Barney Squill',
    published: '2025-04-26T07:15:00+01:00',
    modified: '2025-05-13T11:20:00+01:00',
    summary: 'Web shoppers can look but not buy after the hack that spoiled Easter.',
    body: `
[note] Update, 13 May: M&S has now told customers that some of their personal data was taken. It says that this does
not include account passwords or usable card details. When this story first appeared, nothing was known about
customer data.

Hungry for a new blouse? You can gaze at it all weekend, but you can’t have it.

Marks & Spencer pulled down the shutters on its website and its app yesterday afternoon. The high street darling,
still reeling from the “cyber incident” that hit it over Easter, says that it has made the decision to pause all
orders.

It comes after days of misery at the tills. Anyone who likes to pay with a tap was out of luck when contactless went
down. Parcels ordered for collection could not be handed over.

[photo] Closed: an online shop, yesterday. Picture: Gannet Graphics

Bosses insist that the shops themselves are open for business and that they are truly sorry. They won’t say what
sort of attack it was, who did it or when the online tills will ring again.

The City wasn’t impressed. Shares slid by almost five per cent on Friday.

Boss Stuart Machin told customers last Tuesday that there was nothing they needed to do. That is still the message.
Except, of course, put their shoes on and go to the shop.
`,
  },
  {
    slug: 'twenty-million-members',
    title: 'TWENTY MILLION: hackers walk off with the details of every Co-op member',
    byline: 'Kitty Brack',
    published: '2025-05-03T07:40:00+01:00',
    summary: 'Got a Co-op card? They’ve got you.',
    body: `
Got a Co-op card in your purse? Then crooks have got you.

The data of 20 million Co-op members was stolen by hackers who got into the group’s computers last month. That’s
everybody who ever signed up for the card.

The Co-op said on Friday that hackers had extracted names and contact details of its members. No passwords were taken,
it said, and no bank or credit card details.

How did they get in? The Co-op isn’t saying. Its shops are open, its funeral homes are open, and its e-mails to
members say sorry in three different ways.

“I only joined for the money off my sausages,” said one shopper outside the branch in Quay Street yesterday. Her
friend said that she’d been getting odd texts about parcels all week, and that she hadn’t ordered any parcels.

The group says that there’s no need to do anything for now. The National Cyber Security Centre is on the case, and
so is the National Crime Agency.

If somebody rings and wants your password, put the phone down.
`,
    revised: {
      title: 'TWENTY MILLION? Hackers claim that they have the details of Co-op members',
      summary: 'Got a Co-op card? They may have got you.',
      body: `
Got a Co-op card in your purse? Then crooks may have got you.

The hackers claim that they stole the data of 20 million Co-op members from the group’s computers last month. The
Co-op has not confirmed the number.

The Co-op said on Friday that hackers had extracted names and contact details of its members. No passwords were taken,
it said, and no bank or credit card details.

How did they get in? The Co-op isn’t saying. Its shops are open, its funeral homes are open, and its e-mails to
members say sorry in three different ways.

“I only joined for the money off my sausages,” said one shopper outside the branch in Quay Street yesterday. Her
friend said that she’d been getting odd texts about parcels all week, and that she hadn’t ordered any parcels.

The group says that there’s no need to do anything for now. The National Cyber Security Centre is on the case, and
so is the National Crime Agency.

If somebody rings and wants your password, put the phone down.
`,
    },
  },
  {
    slug: 'wheres-the-milk',
    title: 'Where’s the milk? Bare shelves at Co-op as islands get first dibs',
    byline: 'Kitty Brack',
    published: '2025-05-07T17:05:00+01:00',
    summary: 'No bread on Skye, gaps in town: hackers leave the corner shop with empty fridges.',
    body: `
Milk? Sorry. Bread? Perhaps tomorrow. A week after hackers struck, Co-op shoppers up and down the country are
finding gaps where their tea used to be.

It’s worst where there’s no other shop to go to. In Tobermory, on Skye and across the Western Isles, branches have
run short of fruit, bread and milk, the Press and Journal reports.

So the Co-op is sending what it has to those places first. Remote and island stores, often the only grocer for
miles, are being put ahead of branches in town, it is reported. That could mean even thinner pickings for the rest
of us.

Why? The computers that tell lorries what to bring were among those affected when the group shut systems down last
week. Suppliers have been asked to hold back deliveries to its warehouses.

“I am very sorry this happened,” chief executive Shirine Khoury-Haq wrote to members on Monday. She called the
crooks highly sophisticated.

Those crooks also made off with names and contact details of a significant number of members, past and present, the
Co-op confessed on Friday. Not passwords, it says, and not bank or card details.

All shops are open. Some took only cash for a while earlier this week.
`,
  },
  {
    slug: 'three-hundred-million-egg',
    title: '£300 MILLION: the price of the Easter egg that hackers left at M&S',
    byline: 'Barney Squill',
    published: '2025-05-21T12:40:00+01:00',
    summary: 'Web orders won’t be back to normal before July, and the boss blames “human error”.',
    body: `
It was one expensive bank holiday. The hack that has crippled Marks & Spencer since Easter will blow a hole of about
£300million in its profits this year, the chain admitted today.

That’s before the insurers cough up and bosses tighten belts. Chief executive Stuart Machin reckons that about half
of it can be clawed back that way.

How did they get in? Mr Machin put it down to “human error” and said that the way in led through a third party, not
through a door that M&S had left open.

And you’ll need patience. Online shopping will be disrupted through June and into July while it restarts bit by bit,
the firm says, though some of it should be back within weeks. Food halls ran short too, and that is getting better.

[photo] A very expensive egg. Picture: Gannet Graphics

Cruel timing: M&S also announced its best annual profit in more than fifteen years, £875.5million before tax and
one-offs, for the year that ended three weeks before the trouble began.

Mr Machin called the whole business a bump in the road.
`,
  },
  {
    slug: 'sorry-all-of-you',
    title: 'Sorry, ALL of you: Co-op boss owns up that every member’s data was swiped',
    byline: 'Kitty Brack',
    published: '2025-07-16T09:50:00+01:00',
    summary: '6.5 million names and addresses went. Cards and purchases didn’t.',
    tracking: 'utm_source=gannet&utm_medium=rss&fbclid=demo',
    body: `
Are you a Co-op member? Then they’ve got your name and address.

Shirine Khoury-Haq, who runs the group, went on BBC Breakfast this morning and said it straight. The Co-op said that
6.5 million members were affected: that is all of them.

“I’m devastated that information was taken,” she said. It was names, addresses and contact information. There was no
financial data and no data about what anybody bought, she told the programme.

Until today the Co-op would only talk of a “significant number”. And when it all began, on 30 April, the word was
that there was no evidence that customer data had been compromised.

The gang bragged to the BBC in May that it had 20 million people in the bag. The Co-op’s own figure is less than a
third of that.

She isn’t resigning. She is, she said, incredibly sorry, and she’ll never forget the faces of the IT team as they
fought the intruders off.

They were thrown out before they could set off ransomware, it’s understood. Four people were arrested last Thursday
over the attacks on the Co-op, M&S and Harrods. They have been bailed.
`,
  },
];
