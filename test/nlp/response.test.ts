import { describe, expect, test } from 'vitest';
import { responseClaims } from '../../nlp/claims/response.ts';
import { readingOf } from './support/reading.ts';

const actions = (text: string): string[] => [
  ...new Set(responseClaims(readingOf(text)).map(({ value }) => value.action as string)),
];

describe('what the victim did', () => {
  test.each([
    ['Hartwell is writing to all affected customers.', ['customers-notified']],
    ['Members will be asked to change their password when they next log in.', ['password-reset']],
    ['Shoppers will get a voucher from Hartwell.', ['compensation-offered']],
    ['The intruders have been locked out.', ['contained']],
    ['Customers have been emailed about it.', ['customers-notified']],
    ['Staff were upset, and Hartwell told its employees to stay at home.', ['employees-notified']],
    ['It has informed the Information Commissioner.', ['regulator-notified']],
    ['A notice was filed with the Maine Attorney General.', ['regulator-notified']],
    ['The matter was reported to the police.', ['law-enforcement-notified']],
    ['Hartwell said it had notified the relevant authorities.', ['authorities-notified']],
    ['It is working with external cyber security experts.', ['experts-engaged']],
    ['Specialist forensic firms were brought in.', ['experts-engaged']],
    ['It acted at once to contain the incident.', ['contained']],
    ['It acted swiftly to include the breach.', ['contained']],
    ['All passwords were reset.', ['password-reset']],
    ['Customers will be asked to reset their passwords.', ['password-reset']],
    ['“We are truly sorry for the trouble,” Hartwell said.', ['apology']],
    ['Those affected are offered two years of free credit monitoring.', ['credit-monitoring']],
    ['Members were given £10 vouchers, Hartwell offered refunds to customers.', ['compensation-offered']],
    ['The chain refused to pay the ransom.', ['ransom-refused']],
    ['It paid the hackers a ransom of $2m.', ['ransom-paid']],
    ['It took its website offline.', ['systems-offline']],
    ['A ransomware attack has hit Hartwell and has taken down its systems.', []],
    ['Hartwell will probably refuse to pay the ransom.', []],
    ['Hartwell told regulators of the incident. It gave no more details in its SEC filing.', []],
    ['These emails were sent from machines of Hartwell.', []],
    ['Hartwell, one suspects, will not pay the ransom.', []],
    ['Hartwell told regulators of the incident.', ['regulator-notified']],
    ['Hartwell has strengthened its defences.', ['security-improved']],
    ['The National Crime Agency is investigating.', ['law-enforcement-investigating']],
    ['The ICO said it was making enquiries.', ['regulator-investigating']],
    ['Everyone concerned will get an email.', ['customers-notified']],
    ['It has begun mailing letters to 900 current and former employees.', ['employees-notified']],
    ['Notification letters went out on Friday.', ['customers-notified']],
    ['A filing submitted to the Attorney General says so.', ['regulator-notified']],
    ['The grocer retained outside forensic specialists.', ['experts-engaged']],
    ["It is working with Norvane's cybersecurity division.", ['experts-engaged']],
    ['The firm performed a company-wide password reset.', ['password-reset']],
    ['The intrusion has since been contained.', ['contained']],
    ['It increased monitoring of its network.', ['security-improved']],
    ['The grocer had not paid the hackers a ransom.', ['ransom-refused']],
    ['The police, which launched Operation Lantern, would say no more.', ['law-enforcement-investigating']],
    ['The manager said so in a letter to customers.', ['customers-notified']],
    ['The chain is in touch with the data protection authority.', ['regulator-notified']],
    ['A copy was sent to the Maine Attorney General.', ['regulator-notified']],
    ['The case was referred to the FBI.', ['law-enforcement-notified']],
    ['The grocer works closely with the authorities.', ['authorities-notified']],
    ['It filed notice of a data breach.', ['authorities-notified']],
    ['The inquiry was aided by outside forensics specialists.', ['experts-engaged']],
    ['Hartwell has hired Mandiant.', ['experts-engaged']],
    ['It moved fast to isolate the infected machines.', ['contained']],
    ["The chain has shut off the intruders' access.", ['contained']],
    ['It has plugged the hole.', ['contained']],
    ['The shop forced members to change their password.', ['password-reset']],
    ['The jeweller will reimburse customers.', ['compensation-offered']],
    ['The board decided not to pay the ransom.', ['ransom-refused']],
    ['It is putting extra security measures in place.', ['security-improved']],
    ['The shop is working with the police to identify the thieves.', ['law-enforcement-investigating']],
    ['The Secret Service has become involved.', ['law-enforcement-investigating']],
    ['Hartwell keeps colleagues and customers informed.', ['customers-notified', 'employees-notified']],
    [
      'It filed reports with both the police and the data protection commissioner.',
      ['law-enforcement-notified', 'regulator-notified'],
    ],
    ['The competent authorities, however, were informed.', ['authorities-notified']],
    ['The watchdog has received a report.', ['regulator-notified']],
    ['We have contacted and will contact all affected shoppers, Hartwell said.', ['customers-notified']],
    [
      'It is now writing to members and shared the notice with U.S. authorities.',
      ['customers-notified', 'authorities-notified'],
    ],
    ['Some servers were immediately taken offline.', ['systems-offline']],
    ['The grocer has suspended the affected systems.', ['systems-offline']],
    ['This led to a precautionary shutdown of its network.', ['systems-offline']],
    ['The chain evicted the intruders.', ['contained']],
    ['The risk of further infection has been contained.', ['contained']],
    ['Hartwell spurned the extortionists.', ['ransom-refused']],
    ['It never gave in to the demands of the attackers.', ['ransom-refused']],
    ['The baker has not made any ransom payment.', ['ransom-refused']],
    ['The butcher opted to pay the ransom.', ['ransom-paid']],
    ['It has already made several security improvements.', ['security-improved']],
    ['New safeguards have been introduced.', ['security-improved']],
    ['Digital forensics professionals were roped in.', ['experts-engaged']],
    ['The jeweller is assisting an ongoing criminal investigation.', ['law-enforcement-investigating']],
    ['It also reset all API keys.', ['password-reset']],
  ])('%s', (text, expected) => expect(actions(text)).toEqual(expected));

  test('is an apology by the victim whoever tells it', () => {
    expect(responseClaims(readingOf('Hartwell has apologised for the trouble.'))[0]).toMatchObject({ by: 'victim' });
  });

  test('names the authorities once where police and regulator are both named', () => {
    expect(actions('It informed the ICO. It informed the police. It also informed the relevant authorities.')).toEqual([
      'regulator-notified',
      'law-enforcement-notified',
    ]);
  });
});

test('what was not done is denied, not told as done', () => {
  expect(responseClaims(readingOf('The chain did not reset passwords.'))).toMatchObject([
    { value: { action: 'password-reset' }, certainty: 'denied' },
  ]);
});

test('what was not done until a day was done then', () => {
  expect(responseClaims(readingOf('It did not notify the ICO until 6 May.'))).toMatchObject([
    { value: { action: 'regulator-notified' }, certainty: 'confirmed' },
  ]);
});

test('an authority that speaks of its own investigation investigates', () => {
  expect(actions('“We are grateful for its help with our investigation,” the police said.')).toEqual([
    'law-enforcement-investigating',
  ]);
});

describe('nothing that the victim did', () => {
  test.each([
    ['Firms should notify customers at once.'],
    ['Hackers persuaded the help desk to reset passwords.'],
    ['It is not known whether Hartwell has notified customers.'],
    ['The chain declined to say whether it paid a ransom.'],
    ['The server contained information on the attack.'],
    ['The hack that shut down systems cost it dearly.'],
    ['Experts warn customers of a new scam.'],
    ['Companies that did not pay the ransom are listed.'],
    ['Reuters has contacted the FBI.'],
    ['The gang told parents to contact the police.'],
    ['The company filed a report with the Securities and Exchange Commission.'],
    ['The internal email server was down.'],
    ['The firm is still supported by Microsoft software.'],
    ['A worm has taken down its systems.'],
    ['The attack took down the tills and the website.'],
    ['Customers who contacted the police were angry.'],
    ['Shoppers are advised to report it to the police.'],
    ['The law requires firms to notify the ICO.'],
    ['It was an isolated incident.'],
    ['Hackers made sure that users were asked to change their passwords.'],
    ['Shoppers were locked out of the app.'],
    ['The tool lets anyone get files back without paying a ransom.'],
    ['The offer was rejected by the hackers.'],
  ])('in: %s', text => expect(actions(text)).toEqual([]));
});
