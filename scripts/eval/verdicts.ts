/**
 * Hard negatives that the program has taken for relevant, read by a person: by article id, whether the label or the
 * program is wrong, and why.
 */
export const VERDICTS: Readonly<Record<string, string>> = {
  b7e288381d6eb0d9:
    'The program is wrong: Target gives away a tool of its own against card skimmers; nobody was attacked.',
  '14f325857368c357':
    'A matter of the line: DoorDash really was breached, but the label counts food delivery as a platform, not as a shop.',
  bbfb376b53c6b832:
    'The program is wrong: the heads of Amazon and others are invited to talk about attacks on somebody else.',
  '9c40f78c976e3681':
    'The label is wrong: Columbia Sportswear, a maker with shops of its own, tells of an attack on the online store of its brand prAna.',
  '226252864b756d32':
    'The program is wrong by the codebook: researchers found a hole in OpenSea; a marketplace of tokens sells no goods, and the reports of abuse are only what made them look.',
  f12de720478fdbe5:
    'The label is wrong: the article tells of charges for the attacks on Marks & Spencer, Harrods and the Co-op.',
  '662b328b4930e07a':
    'The label can be defended: the story is a suspect and a phishing campaign against many firms, of which DoorDash is one in passing.',
  '2bfb2a1ca788a75e':
    'The label is wrong: Adidas, which sells in shops of its own, confirms that data of its customers was stolen.',
  '4cd4b678d42bf306':
    'The program is wrong: a deal about mobile payments; a firm that strikes a deal is not a firm that was struck.',
  '3386b8993418238c':
    'The program is wrong: people leave Asda after a troubled move to systems of its own; a breakup is not a break-in.',
  '6e2226f0340e5602':
    'The label is wrong: an online shop for clothes of wrestlers tells its customers that their cards were stolen.',
  '1eac2785d95aebb3': 'The program is wrong: Amazon brings back the encryption of its tablets; hackers play no part.',
};

export const NO_VERDICT = 'Nobody has read it yet: read it, and add a sentence to scripts/eval/verdicts.ts.';
