import type { DemoArticle } from './article.ts';

const byline = 'Hattie Combe';

/** The consumer magazine: advice, shopping and buns. Its feed is not well-formed. */
export const larderAndLane: readonly DemoArticle[] = [
  {
    slug: 'rhubarb-custard-buns',
    title: 'Rhubarb & custard buns for a wet weekend',
    byline,
    published: '2025-04-18T09:00:00+01:00',
    summary: 'Soft dough, sharp fruit, and a custard that forgives.',
    undated: 'everywhere',
    body: `
There is a week in spring when the rhubarb outruns every plan that you have made for it. This is what to do then.

Make the dough the evening before: 500 g of strong flour, 60 g of sugar, a sachet of yeast, a teaspoon of salt, one
egg and 280 ml of warm milk. Knead it until it stops sticking to you, work in 70 g of soft butter and put it into
the fridge.

## The filling

Cut four stalks of rhubarb as long as your thumb. Roast them with two spoons of sugar and the zest of an orange for
a quarter of an hour. They should keep their shape.

For the custard, whisk three yolks with 50 g of sugar and a spoon of cornflour, pour on 250 ml of hot milk, and stir
it over a low flame until it coats the spoon. If it splits, a stick blender will put it right and nobody needs to
know.

## Putting it together

Shape twelve buns, let them rise until they wobble, press a hollow into each and fill it: custard first, rhubarb on
top. Bake at 190 degrees for eighteen minutes. Brush them with the pink juice while they are hot.

They keep for two days, in theory.
`,
  },
  {
    slug: 'co-op-members-what-to-do',
    title: 'Co-op members: what was taken, what was not & what to do now',
    byline: 'Larder and Lane consumer desk',
    published: '2025-05-06T10:30:00+01:00',
    summary: 'Chief executive writes to members. You need not change your card, but be careful with messages.',
    body: `
If you have a Co-op membership card, Shirine Khoury-Haq, the chief executive, wrote to you yesterday. Criminals got
at a limited amount of members' data, she writes, and she is very sorry. Here is what we know.

## What was taken

* Names
* Dates of birth
* Contact details

## What was not taken

* Passwords
* Bank or credit card details
* Information about your shopping or about other products and services that you have with the Co-op

## Do I have to do anything?

No, says the Co-op. Your membership card and the app work as before.

Do watch out for messages, however. Whoever has your name and your e-mail address can write you a very convincing
letter. The Co-op asks members not to give personal or bank details to anyone who gets in touch in its name, unless
they are certain that the request is genuine. The Information Commissioner's Office, which is making enquiries,
advises using a strong password and not the same one in several places.

How many members are affected the Co-op has not said. The hackers have claimed 20 million. It would not confirm
that.
`,
  },
  {
    slug: 'ms-private-details',
    title: 'M&S: the private details of customers were taken in the attack',
    byline: 'Larder & Lane Team',
    published: '2025-05-13T17:30:00+01:00',
    summary: 'The shop asks clients to put back their passwords & says no cards that can be used are concerned.',
    body: `
The personal information of Marks & Spencer customers was stolen in the cyber attack that has held its online shop
shut for 18 days, the firm disclosed this forenoon.

Names, e-mail addresses, postal addresses, phone numbers, dates of birth and the story of online orders may be among
what was taken, it told customers. It did not tell how many persons it touches.

It was eager to exclude two things. The robbed data “does not include useable payment or card details”, which M&S
says it does not keep on its systems, and no account passwords are part of it. There is no proof that the information
was given further, the firm added.

In spite of this, everyone with an account will be begged to choose a new password on the next visit of the website
or the app. The boss, Mr Machin, said that customers must take no other step, but should have caution with e-mails,
calls or texts which pretend to come from M&S.

M&S disclosed the incident on 22 April and stopped accepting orders through its website and app three days after.
The payment with contactless card works again in its shops. The firm says that it took steps to protect its systems,
that it reported the theft to the authorities and to law enforcement, and that it works with leading security
experts.

It neither confirmed nor denied that this was ransomware.
`,
  },
  {
    slug: 'ms-account-advice',
    title: 'Your M&S account: reset the password & keep calm',
    byline: 'Larder and Lane consumer desk',
    published: '2025-05-14T09:00:00+01:00',
    summary: 'Hackers have customers’ contact details and dates of birth. Questions from readers, answered.',
    undated: 'in-feed',
    body: `
Yesterday Marks & Spencer wrote to its online customers: some of their personal data was stolen. Our inbox has been
full since then. These are the questions that came up most.

**Do they have my card number?** M&S says no usable card or payment details were taken. It doesn't keep full card
details on its systems.

**And my password?** Not included, according to the company. You will be asked to choose a new one all the same when
you next sign in, for peace of mind. If you use the old one anywhere else, change it there too.

**What do they have, then?** It could be your name, date of birth, telephone number, home and e-mail address,
information about your household and what you have ordered online.

**How many of us are there?** M&S hasn't said. Its last annual report counted 9.4 million active online customers,
but that is not the same as the number affected.

**Is my data on the internet now?** There is no evidence that it has been shared, M&S says.

**When can I order again?** Nobody knows. Orders on the website and the app have been paused since 25 April. Shops
are open, and contactless cards work again.

**Somebody rang me from M&S.** Put the phone down. The company says that it will never ask for your password.
`,
  },
  {
    slug: 'ms-online-back-first-look',
    title: 'M&S online is open again: dresses yes, collection no',
    byline,
    published: '2025-06-11T12:15:00+01:00',
    summary: 'We went shopping on day one so that you know what to expect.',
    body: `
For six and a half weeks the M&S website was a catalogue. Since yesterday you can buy things on it again, within
limits.

What you get is a choice from the clothing range, above all best sellers and whatever is new. More lines are added
every day, the company says. Home and beauty will come later.

Standard delivery to an address in England, Scotland or Wales is the only way to get it. Customers in Northern
Ireland have to wait some weeks more. Next-day delivery, a day of your choice and orders from abroad are all still
off, and so is click and collect, the service that failed first when the cyber attack began at Easter.

If you haven't signed in since then, you will have to choose a new password before you can pay. That is because
customer data was stolen in the attack, though M&S says that passwords weren't part of it.

As for food, M&S said in May that gaps on the shelves were already getting smaller.
`,
  },
];
