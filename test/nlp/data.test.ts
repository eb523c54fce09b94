import { describe, expect, test } from 'vitest';
import { dataClaims } from '../../nlp/claims/data.ts';
import { readingOf } from './support/reading.ts';

/** What is told as taken (+) or not taken (-), with a question mark where it is only possible. */
const told = (text: string): string[] =>
  dataClaims(readingOf(text)).map(
    ({ value, certainty }) =>
      `${value.polarity === 'taken' ? '+' : '-'}${value.type}${certainty === 'possible' ? '?' : ''}`,
  );

describe('data taken', () => {
  test.each([
    ['The thieves stole names, e-mail addresses and phone numbers.', ['+names', '+email-addresses', '+phone-numbers']],
    ['Home and email addresses were accessed.', ['+physical-addresses', '+email-addresses']],
    ['Customer data was stolen, including birth dates and order histories.', ['+dates-of-birth', '+purchases']],
    ['The stolen information may include names and telephone numbers.', ['+names?', '+phone-numbers?']],
    ['Hackers had stolen the Social Security numbers of staff.', ['+government-ids']],
    ['Hackers stole internal repositories and developer documentation.', ['+source-code', '+corporate-data']],
    ['Nothing was leaked, said the head of corporate communications.', []],
    ['Companies may lose customer data in such attacks.', []],
    ['The ransom note contains the word HELLO and a contact email address.', []],
    ['Loyalty card numbers of members were exposed.', ['+loyalty-details']],
    ['The intruders copied the NTDS.dit file.', ['+auth-tokens']],
    [
      'The breach exposed hashed passwords and the last four digits of cards.',
      ['+passwords', '+partial-payment-cards'],
    ],
    ['Shoppers had their names and postal addresses stolen.', ['+names', '+physical-addresses']],
    ['They slurped names and payment card details from the tills.', ['+names', '+payment-cards']],
    ['Shoppers had their name and—in rare cases—passport number exposed.', ['+names', '+government-ids']],
    ['Included in the leaked data are usernames and birthdays.', ['+usernames', '+dates-of-birth']],
    ['The shop said that hackers took customers’ password hashes.', ['+passwords']],
    ['They also took the addresses of users.', ['+physical-addresses']],
    ['The intruder copied data on roughly 150,000 customers.', ['+personal-data']],
    ['A breach exposed the personal information of customers, donors and staff.', ['+personal-data', '+personal-data']],
    ['The stolen haul contains donation details and serial numbers.', ['+payment-histories', '+device-information']],
    ['The gang leaked the contents of shared drives.', ['+corporate-data']],
    ['The attackers published documents stolen from the network.', ['+corporate-data']],
    [
      'The affected interface only gives out customer data, including name, email and date of birth.',
      ['+names', '+email-addresses', '+dates-of-birth'],
    ],
    ['What information was involved? Names and phone numbers.', ['+names', '+phone-numbers']],
    ['Police are investigating whether hackers stole customer data.', ['+personal-data?']],
    ['For days anybody could read the support chats of 90,000 customers.', ['+private-messages?']],
    ['The attack led to the theft of customer data.', ['+personal-data']],
    ['The intruder had unauthorised access of sort codes and IBANs.', ['+bank-accounts', '+bank-accounts']],
    [
      'Members had their addresses, star signs and membership numbers exposed.',
      ['+physical-addresses', '+loyalty-details'],
    ],
    ['The thieves are selling stolen payroll records.', ['+employment-records']],
    [
      'The stolen files hold birthdays (encoded, but easily read), genders and Aadhaar numbers.',
      ['+dates-of-birth', '+genders', '+government-ids'],
    ],
    ['They stole account credentials (i.e. usernames and passwords).', ['+passwords', '+usernames', '+passwords']],
    ['The last 3 digits of card numbers were included in the breach.', ['+partial-payment-cards']],
    [
      'The intruders copied board minutes, floor plans and source code.',
      ['+corporate-data', '+corporate-data', '+source-code'],
    ],
    [
      'Passports, contracts and payroll data, reads the entry on the gang’s leak site.',
      ['+government-ids', '+corporate-data', '+employment-records'],
    ],
    ['There was no customer data breach.', ['-personal-data']],
    ['The shop is not aware of any client data stolen.', ['-personal-data?']],
    ['Card, passport and phone numbers were accessed.', ['+payment-cards', '+government-ids', '+phone-numbers']],
    ['The hackers used a stolen key to get in and copy names and birth dates.', ['+names', '+dates-of-birth']],
    ['Security codes were also seen, along with shoppers’ phone numbers.', ['+phone-numbers']],
    ['What the intruder obtained was mainly names and postcodes.', ['+names', '+geographic-locations']],
    [
      'Within the stolen data, a reporter found passport scans and home addresses.',
      ['+government-ids', '+physical-addresses'],
    ],
    ['The hackers could also gain access to genders and nicknames.', ['+genders?']],
    ['It exposed the last four digits of Social Security numbers.', ['+government-ids']],
    [
      'The gang says it holds payslips, contracts and passports.',
      ['+employment-records', '+corporate-data', '+government-ids'],
    ],
  ])('%s', (text, expected) => expect(told(text)).toEqual(expected));
});

describe('data said not to be taken', () => {
  test.each([
    [
      'According to the company, no account passwords or usable payment details were touched.',
      ['-passwords', '-payment-cards'],
    ],
    ['No passwords or payment details were taken.', ['-passwords', '-payment-cards']],
    ['No account passwords or usable payment information were postponed.', ['-passwords', '-payment-cards']],
    ['The stolen data does not include bank details.', ['-bank-accounts']],
    ['No card details or passwords were leaked, the shop said.', ['-payment-cards', '-passwords']],
    ['Passwords and payment details were not affected.', ['-passwords', '-payment-cards']],
    [
      'The data may include bank details and loyalty points, which Hartwell says were not accessed.',
      ['-bank-accounts?', '-loyalty-details?'],
    ],
    ['Names were stolen, but not passwords.', ['+names', '-passwords']],
    ['The intruders took names, but card details remain safe.', ['+names', '-payment-cards']],
    ['There is no evidence that customer data was taken.', ['-personal-data?']],
    ['The shop has found no evidence of theft or misuse of data.', ['-personal-data?']],
    ['It has not identified any compromise of client data.', ['-personal-data?']],
    ['The stolen data does not include card details or financial information.', ['-payment-cards', '-bank-accounts']],
    ['The incident had no impact on payment information.', ['-payment-cards']],
    ['Hartwell does not store passwords or card numbers.', ['-passwords', '-payment-cards']],
    ['Card numbers are not kept on its servers.', ['-payment-cards']],
    ['Names were copied. Passwords were not.', ['+names', '-passwords']],
    ['The breach is small: nor were passports or passwords among the files.', ['-government-ids', '-passwords']],
    [
      'Passport numbers (SSNs), which Hartwell says were not accessed, are safe.',
      ['-government-ids', '-government-ids'],
    ],
    ['Payment data was held elsewhere and was not exposed.', ['-payment-cards']],
    ['Loyalty points data was out of reach.', ['-loyalty-details']],
    ['The breach did not expose any letters, which may have contained health records.', ['-health-data?']],
    [
      'No payment details, such as bank account or card data, were exposed.',
      ['-payment-cards', '-bank-accounts', '-payment-cards'],
    ],
  ])('%s', (text, expected) => expect(told(text)).toEqual(expected));
});

describe('no word about data taken', () => {
  test.each([
    'Customers must reset their passwords.',
    'Hartwell stopped taking card payments.',
    'Shoppers should watch their bank statements for stolen card details.',
    'It did not say whether names were taken.',
    'If names were taken, the fine would be high.',
    'The intruders used stolen credentials.',
    'Such gangs typically steal names and passwords.',
    'Applicants submit their names and email addresses.',
    'There is no evidence that the stolen data, which was copied in May, has been misused.',
    'They demanded money in exchange for not leaking the names and addresses of customers.',
    'No customer data has been published.',
    'The password manager was updated.',
    'Gangs demand money not to leak customer names stolen from shops.',
    'Login details stolen in earlier breaches were tried on the site.',
    'The firm did not name any supplier whose data was involved.',
    'The group is known for stealing internal documents.',
    'Once attackers gain access, they move about while stealing sensitive documents.',
    'The attack affected gift cards and internal communications.',
    'Shoppers collecting loyalty points were affected.',
    'The theft of customer data is the worst thing that can happen.',
    'Victims cannot access their photos, contracts and invoices.',
    'The thieves left a phone number.',
    'The stores lost their domain names.',
    'The outage prevented staff from accessing order histories.',
    'Customers were still able to access their order histories.',
    'The tills could not take cards or print receipts.',
    'Even without the theft of customer or business data the attack hurt.',
    'Hartwell stopped taking online orders.',
    'The intruders gained access to account credentials that permitted access to its network.',
    'Hackers want to break in and steal names.',
    'Surnames were not among the stolen data.',
    'Scans of passports were not affected by the breach.',
    'The breach hit software used for tracking loyalty points.',
  ])('%s', text => expect(told(text).filter(claim => claim !== '+personal-data')).toEqual([]));
});

describe('umbrellas', () => {
  test('stand back behind their parts', () => {
    expect(told('The thieves stole contact information such as names and phone numbers.')).toEqual([
      '+names',
      '+phone-numbers',
    ]);
    expect(told('Personal data was stolen. The stolen data includes names.')).toEqual(['+names']);
  });

  test('of one group do not cover another', () => {
    expect(told('The names of employees were stolen. No customer data was stolen.')).toEqual([
      '+names',
      '-personal-data',
    ]);
  });

  test('stand where nothing more precise is said', () => {
    expect(told('The stolen data mainly consists of contact information.')).toEqual(['+contact-details']);
    expect(told('The attackers stole customer data.')).toEqual(['+personal-data']);
  });
});

describe('lists', () => {
  const list = (opener: string) => `${opener}\n\n* Full name\n* Date of birth (in some cases)\n* Telephone number`;

  test('take what their opening sentence says', () => {
    expect(told(list('The following data have been exposed:'))).toEqual([
      '+names',
      '+dates-of-birth',
      '+phone-numbers',
    ]);
    expect(told(list('The attackers may have stolen data like:'))).toEqual([
      '+names?',
      '+dates-of-birth?',
      '+phone-numbers?',
    ]);
    expect(told(list('The following data were not exposed:'))).toEqual(['-names', '-dates-of-birth', '-phone-numbers']);
  });

  test('are opened by what goes on with an account of taken data', () => {
    expect(told(`A stranger had unauthorised access.\n\n${list('The information may have included:')}`)).toEqual([
      '+names?',
      '+dates-of-birth?',
      '+phone-numbers?',
    ]);
  });

  test('that open otherwise tell nothing', () => {
    expect(told(list('To shop here you need to enter the following:'))).toEqual([]);
  });
});

describe('a data claim', () => {
  test('quotes the words that say it, with their negation', () => {
    const reading = readingOf('Hartwell said no passwords or card details were taken.');
    const claims = dataClaims(reading);
    expect(claims.map(({ quote }) => quote)).toEqual([
      'no passwords or card details were taken',
      'no passwords or card details were taken',
    ]);
    for (const { quote, start, end } of claims) expect(reading.text.slice(start, end)).toBe(quote);
  });

  test('says whose data it is, and by whom it is told', () => {
    const [claim] = dataClaims(readingOf('Hartwell said that the names of employees were stolen.'));
    expect(claim).toMatchObject({ value: { subject: 'employee' }, by: 'victim', certainty: 'confirmed' });
  });

  test.each([
    ['A former employee is suspected. Names of members were exposed.', ['customer']],
    ['A worker opened the file, and names were stolen.', ['customer']],
    ['Hackers stole names, order histories and employee IDs.', ['customer', 'customer', 'employee']],
    ['Hackers stole employee names and home addresses.', ['employee', 'employee']],
  ])('has the owner that its words name: %s', (text, owners) =>
    expect(dataClaims(readingOf(text)).map(({ value }) => value.subject)).toEqual(owners),
  );

  test('that denies has the victim for its speaker where nobody is heard: only it can know', () => {
    const [claim] = dataClaims(readingOf('No passwords were taken.'));
    expect(claim).toMatchObject({ by: 'victim', certainty: 'confirmed' });
  });

  test('is made for every victim of a joint statement', () => {
    const claims = dataClaims(readingOf('The thieves stole names.', '2025-05-22', ['hartwell', 'brook-and-co']));
    expect(claims.map(({ incident }) => incident)).toEqual([0, 1]);
  });

  test('that contradicts the same speaker gives way to the plainer word', () => {
    expect(
      told('Hartwell said that passwords may have been accessed. Hartwell said that no passwords were accessed.'),
    ).toEqual(['-passwords']);
  });
});
