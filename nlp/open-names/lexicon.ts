/** What a word says of the firm beside which it stands. */
export type WordClass =
  /** A kind of shop: "supermarket", "jeweller". */
  | 'shop'
  /** Wares that make a chain, brand or firm a retailer: "fashion", "grocery". */
  | 'wares'
  /** What only happens at a shop: "shoppers", "tills". */
  | 'scene'
  /** A kind of firm or body that is no shop: "bank", "university". */
  | 'other'
  /** Whom such bodies serve, and what they do: "patients", "flights". */
  | 'elsewhere'
  /** A firm of any kind: "chain", "giant", "company". */
  | 'firm';

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

const CLASSES: Readonly<Record<WordClass, readonly string[]>> = {
  shop: words(`
    retailer retailers etailer supermarket supermarkets hypermarket hypermarkets grocer grocers greengrocer
    store stores superstore superstores megastore shop shops boutique boutiques restaurant restaurants cafe café
    cafes cafés coffeehouse coffeehouses pizzeria pizzerias eatery eateries diner diners bistro steakhouse
    steakhouses bakery bakeries bakehouse patisserie confectioner chocolatier pharmacy pharmacies drugstore
    drugstores chemist chemists bookseller booksellers bookstore bookstores bookshop bookshops jeweler jewelers
    jeweller jewellers outfitter outfitters discounter discounters butcher butchers florist florists newsagent
    newsagents delicatessen deli webshop webshops webstore eshop ecommerce optician
    opticians franchise franchisee franchises tailor tailors haberdasher couturier milliner perfumer perfumery
    wholesaler forecourt forecourts showroom showrooms mall outlets takeaway takeaways dealership
  `),
  wares: words(`
    retail grocery groceries fashion clothing clothes apparel footwear shoe shoes sneaker sneakers trainers
    sportswear activewear streetwear menswear womenswear swimwear lingerie underwear knitwear denim outdoor
    leather handbag handbags luxury jewelry jewellery watch watches cosmetics cosmetic beauty makeup skincare
    fragrance fragrances perfume perfumes eyewear glasses furniture homeware homewares housewares kitchenware
    cookware bedding mattress mattresses hardware diy garden gardening toy toys hobby hobbies craft crafts book
    books stationery electronics appliance appliances gadget gadgets pet pets food foods wine wines liquor beer
    spirits coffee tea pizza burger burgers sandwich sandwiches chicken doughnut donut donuts taco tacos steak
    seafood noodle ramen sushi bread cake cakes chocolate chocolates candy confectionery convenience discount
    variety department gift gifts flower flowers drug petrol fuel gasoline tyre tyres merchandise commerce merch
    sporting bike bikes bicycle bicycles baby maternity party costume costumes vape vapes cannabis resale
    secondhand vintage eyeglasses optical lighting duty-free flooring carpet carpets kitchen kitchens bath linens
    supplements vitamins
  `),
  scene: words(`
    shopper shoppers till tills checkout checkouts shelf shelves aisle aisles cashier cashiers baristas barista
    storefront storefronts instore basket baskets trolley trolleys cart carts loyalty rewards voucher vouchers
    giftcard giftcards pos register registers merchandising restock restocked returns refunds refund deliveries
    shopping bakers counters prescriptions pharmacists pharmacist menus menu pickup
  `),
  other: words(`
    bank banks lender lenders insurer insurers insurance brokerage broker fintech exchange hospital hospitals
    clinic clinics practice surgery healthcare medical physician physicians dentist university universities
    college colleges school schools academy institute district city town county municipality borough village
    state ministry agency agencies council sheriff army military navy embassy parliament airline airlines
    airport airports carrier carriers airways railway railways rail transit telecom telecoms telco telcos
    telecommunications isp operator software saas developer supplier suppliers contractor contractors
    manufacturer manufacturers manufacturing carmaker automaker chipmaker semiconductor aerospace defense
    defence shipbuilder steelmaker foundry engineering construction builder architect utility utilities refinery
    pipeline pipelines energy oil electricity water nuclear mining miner logistics shipping freight trucking
    courier postal broadcaster publisher publishers studio studios newsroom magazine accountant accountants
    consultancy consulting recruiter staffing outsourcing hotel hotels casino casinos resort resorts cruise
    charity nonprofit consortium foundation association federation union church museum library libraries laboratory lab
    labs laboratories biotech pharmaceutical pharmaceuticals drugmaker cryptocurrency crypto blockchain wallet
    team league club stadium game games gaming console dating social messaging realtor property landlord pension
    payroll processor nonprofits senator minister mayor governor
  `),
  elsewhere: words(`
    patient patients student students pupils teachers faculty alumni professors passenger passengers flights
    flight flyers travelers travellers tourists guests residents citizens taxpayers voters policyholders
    borrowers depositors subscribers doctors nurses physicians classrooms campus campuses ambulances surgeries
    diagnoses hipaa plants factories factory assembly vehicles trucks trains ships vessels turbines wells
    drilling grid electricity tokens coins wallets players gamers developers tenants constituents inmates
    soldiers
  `),
  firm: words(`
    marketplace marketplaces chain chains giant giants company companies firm firms group brand brands house label business conglomerate
    powerhouse maker makers sellers specialist specialists  site   merchant
    merchants dealer dealers corporation colossus player titan behemoth stalwart
  `),
};

const BY_WORD: ReadonlyMap<string, WordClass> = new Map(
  (Object.keys(CLASSES) as WordClass[]).flatMap(kind => CLASSES[kind].map(word => [word, kind] as const)),
);

/** Words before which a "chain" or "store" is none: "supply chain", "app store". */
const MISLEADING: ReadonlySet<string> = new Set(
  words(`supply kill attack infection block app play data key-value object media news certificate blob password
  credential criminal underground windows android chrome extension law online-criminal body barber machine repair
  chop`),
);

/** Hardware that no hardware shop has. */
const COMPUTING: ReadonlySet<string> = new Set(words('computer computing network networking pc it gaming server'));

/** A word in plain lower case without its genitive. */
export const withoutGenitive = (norm: string): string =>
  norm.endsWith("'s") ? norm.slice(0, -2) : norm.endsWith("'") ? norm.slice(0, -1) : norm;

/** The class of a word in plain lower case, by itself and by the word before it. */
export const classOf = (norm: string, before: string): WordClass | undefined => {
  const stem = withoutGenitive(norm);
  const found = BY_WORD.get(stem);
  if (found === undefined) return undefined;
  if (stem === 'hardware' && COMPUTING.has(before)) return 'other';
  return (found === 'shop' || found === 'firm') && MISLEADING.has(before) ? undefined : found;
};

/** Parts of names that shops have: "Larkspur Foods", "Alder Grill". */
export const SHOP_NAME: ReadonlySet<string> = new Set(
  words(`market markets supermarket supermarkets foods food drug drugs pharmacy pharmacies stores store mart marts pantry
  grill kitchen kitchens pizza pizzeria burger burgers coffee cafe café bakery bakeries jewelers jewellers jewelry
  jewellery boutique outfitters sports shoes footwear toys books bookstore bookshop grocery grocers grocer furniture
  fashion clothing apparel wine wines liquor garden gardens pet pets deli diner restaurant restaurants steakhouse bistro
  chicken tavern bbq taqueria sushi donuts doughnuts bagel bagels chocolates candy perfumes beauty cosmetics
  optical opticians eyewear home homeware hardware diy shop shops retail outlet emporium bazaar fuel petroleum
  convenience crafts fabrics flowers gifts mattress bikes cycles tea bread cake chocolatier threads trading menswear
  outdoors`),
);

/** Parts of names that other bodies have. */
export const OTHER_NAME: ReadonlySet<string> = new Set(
  words(`university college school schools academy institute bank bancorp bancshares credit capital financial finance
  insurance mutual health healthcare hospital hospitals medical clinic clinics surgical dental care airlines airways
  air airport aviation aerospace systems system technologies technology tech software solutions services networks
  network security cyber labs lab laboratories telecom telecommunications communications mobile wireless broadband
  energy electric power gas oil pipeline water county city town township municipality state states department
  ministry agency administration commission council court police bureau office authority committee congress senate
  parliament times post news journal tribune herald gazette magazine media press radio television tv studios games
  gaming entertainment motors automotive steel chemical chemicals pharma pharmaceuticals biotech therapeutics
  industries industrial manufacturing engineering construction logistics freight shipping transport transit railway
  rail partners associates consulting law llp legal consortium foundation association federation union alliance society church guild affairs
  coin wallet exchange protocol crypto hotel hotels resorts casino linux windows android os sdk api security ransomware act
  law day week report framework server cloud data analytics intelligence research group-ib conference attack general
  secretary president minister attorney officer chief director house street road avenue`),
);
