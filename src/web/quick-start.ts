/** A first program in one language. */
export interface QuickStart {
  readonly language: string;
  /** As the fence of a code block names it. */
  readonly fence: string;
  readonly code: string;
}

/** The address that the programs ask; `/docs` puts its own in its place. */
export const QUICK_START_SITE = 'http://127.0.0.1:3000';

/** The same question in four languages: who says that passwords were not taken? `docs/api/quickstart.md` has them too. */
export const QUICK_STARTS: readonly QuickStart[] = [
  {
    language: 'curl',
    fence: 'sh',
    code: `curl -s '${QUICK_START_SITE}/v1/incidents?dataType=passwords&polarity=not-taken'
curl -s '${QUICK_START_SITE}/v1/incidents.md?dataType=passwords&polarity=not-taken'`,
  },
  {
    language: 'Python',
    fence: 'python',
    code: `import json
from urllib.request import urlopen

SITE = "${QUICK_START_SITE}"

def get(path):
    with urlopen(SITE + path) as answer:
        return json.load(answer)

for incident in get("/v1/incidents?dataType=passwords&polarity=not-taken")["items"]:
    print(incident["title"])
    for event in get("/v1/incidents/" + incident["id"] + "/timeline")["events"]:
        if event["kind"] == "data" and event["value"]["type"] == "passwords":
            for source in event["sources"]:
                print(" ", source["by"], "in", source["publisher"] + ":", source["quote"])`,
  },
  {
    language: 'JavaScript',
    fence: 'js',
    code: `const SITE = '${QUICK_START_SITE}';
const get = async path => (await fetch(SITE + path)).json();

const { items } = await get('/v1/incidents?dataType=passwords&polarity=not-taken');
for (const { id, title } of items) {
  console.log(title);
  const { events } = await get(\`/v1/incidents/\${id}/timeline\`);
  for (const { kind, value, sources } of events)
    if (kind === 'data' && value.type === 'passwords')
      for (const { by, publisher, quote } of sources) console.log(\`  \${by} in \${publisher}: \${quote}\`);
}`,
  },
  {
    language: 'R',
    fence: 'r',
    code: `library(jsonlite)

site <- "${QUICK_START_SITE}"
get <- function(path) fromJSON(paste0(site, path), simplifyVector = FALSE)

for (incident in get("/v1/incidents?dataType=passwords&polarity=not-taken")$items) {
  cat(incident$title, "\\n", sep = "")
  for (event in get(paste0("/v1/incidents/", incident$id, "/timeline"))$events) {
    if (event$kind == "data" && event$value$type == "passwords") {
      for (source in event$sources) {
        cat("  ", source$by, " in ", source$publisher, ": ", source$quote, "\\n", sep = "")
      }
    }
  }
}`,
  },
];
