/** Words that a sentence, a title or a date writes with a capital, and that begin or end no firm's name. */
export const NO_NAME: ReadonlySet<string> = new Set(
  `the a an it its it's this that these those he she they we i you our your his her their my there here in on at as and
  but or nor for from with by to of when while after before since until although though because if once last earlier
  later today yesterday tomorrow now then also however meanwhile moreover additionally furthermore according both all
  any some many most more several few other others another each every one two three four five six seven eight nine ten
  first second third what who whom whose which where why how is are was were be been has have had do does did will would
  can could may might should must not no yes so such only just even still yet like unlike despite during following under
  over about among between through per via monday tuesday wednesday thursday friday saturday sunday january february
  march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec
  mon tue wed thu fri sat sun mr mrs ms dr prof sir ceo cfo cio ciso cto coo chief vp president chairman chairwoman
  director manager officer spokesperson spokesman spokeswoman inc inc. ltd llc corp corp. plc co co. gmbh uk us usa u.s.
  u.k. eu un british american french german italian spanish dutch swedish russian chinese japanese korean canadian
  australian indian iranian ukrainian israeli turkish polish brazilian mexican danish norwegian finnish belgian swiss
  austrian irish scottish welsh malaysian thai greek portuguese european asian african western eastern north south east
  west northern southern central new black cyber christmas easter thanksgiving internet web online dark data breach
  breaches breached hack hacked hackers hacker attack attacks attackers attacker ransomware malware phishing security
  cybersecurity cyberattack incident information personal customers customer users people employees staff victim victims
  company companies group retailer retailers store stores shop shops update updated image photo source sources related
  read share subscribe advertisement posted written author news business note notice statement letter report says said
  confirms confirmed reveals discloses admits warns hits hit suffers exposes exposed leaks leaked stolen steals claims
  id ids pin pins ssn pii sms url api ip it's dns vpn pdf faq html http https ai pc pcs gdpr hipaa pci cve ddos edr mfa
  2fa otp raas tor usd gbp eur cad aud social number numbers card cards credit debit email emails address addresses date
  name names phone account accounts password passwords bitcoin monero windows linux android ios macos active directory
  excel word office sql exchange remote desktop black-friday privacy general attorney court district state federal
  police department ministry government city county council ouch wow oops exclusive breaking opinion video podcast
 fortune websites website sites systems networks servers services banks hospitals airlines schools cities websites emails
  hundreds thousands millions billions dozens scores tens half criminals thieves crooks researchers
  experts analysts officials authorities investigators prosecutors shoppers workers members full story key takeaways background conclusion summary timeline faqs contact us hello dear regards sincerely please
  thank thanks good great big top best worst next local global national international world small large medium home
  diy trade million billion thousand smb smbs i'm i've we're we've don't cyberattacks cyber-attacks cybercriminals
  supermarkets restaurants retail cosmetics due poll survey save kitchen market markets association federation prime
  st. saint
  supermarket pharmacy restaurant grocery food fashion clothing`.split(/\s+/),
);

/** Words of `NO_NAME` that may begin a name inside a sentence: "Three Bears", "Big Larkspur". */
export const MAY_BEGIN: ReadonlySet<string> = new Set(
  `one two three four five six seven eight nine ten first second third new black big best great good north south east west
  northern southern american british french german italian european asian african world global international national
  home full general super`.split(/\s+/),
);
