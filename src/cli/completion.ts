import type { Command } from 'commander';
import { AppError } from '#errors';

interface Word {
  readonly word: string;
  readonly means: string;
}

/** What may follow a command: words where it has commands of its own, else files; and options. */
interface Place {
  /** The names of the commands that lead there: `export incident`; empty: the program itself. */
  readonly path: string;
  readonly words: readonly Word[];
  readonly options: readonly Word[];
}

const LONGEST = 60;

/** What stands before the first detail, on one line, without what shells take for syntax. */
const plain = (text: string): string => {
  const [start = ''] = text.split(/[;:(]/);
  const safe = start.replaceAll("'", '’').replace(/[^\p{L}\p{N} .,/=’-]/gu, '');
  return safe.length <= LONGEST ? safe.trim() : `${safe.slice(0, LONGEST).replace(/\s+\S*$/, '')} …`;
};

const placesOf = (command: Command, path: readonly string[] = []): readonly Place[] => {
  const help = command.createHelp();
  const place = {
    path: path.join(' '),
    words: help.visibleCommands(command).map(one => ({ word: one.name(), means: plain(one.description()) })),
    options: help
      .visibleOptions(command)
      .flatMap(one => (one.long == null ? [] : [{ word: one.long, means: plain(one.description) }])),
  };
  return [place, ...command.commands.flatMap(one => placesOf(one, [...path, one.name()]))];
};

/** Shell words that walk from command to command as far as the line goes; the same in bash and zsh. */
const walk = (places: readonly Place[]): string => {
  const paths = places.flatMap(({ path }) => (path === '' ? [] : [`"${path}"`]));
  return `case "\${place:+$place }$word" in ${paths.join('|')}) place="\${place:+$place }$word";; esac`;
};

const listed = (words: readonly Word[]): string => words.map(({ word }) => word).join(' ');

const bash = (places: readonly Place[]): string => `# bash completion for receipts
_receipts() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" place="" word words="" options="" i
  for ((i = 1; i < COMP_CWORD; i++)); do
    word="\${COMP_WORDS[i]}"
    ${walk(places)}
  done
  case "$place" in
${places.map(({ path, words, options }) => `    "${path}") words="${listed(words)}" options="${listed(options)}";;`).join('\n')}
  esac
  case "$cur" in -*) words="$options";; esac
  COMPREPLY=($(compgen -W "$words" -- "$cur"))
}
complete -o default -F _receipts receipts`;

const described = (words: readonly Word[]): string => words.map(({ word, means }) => `'${word}:${means}'`).join(' ');

const zsh = (places: readonly Place[]): string => `#compdef receipts
_receipts() {
  local place="" word i
  local -a candidates options
  for ((i = 2; i < CURRENT; i++)); do
    word="\${words[i]}"
    ${walk(places)}
  done
  case "$place" in
${places.map(({ path, words, options }) => `    "${path}") candidates=(${described(words)}); options=(${described(options)});;`).join('\n')}
  esac
  if [[ "\${words[CURRENT]}" == -* ]]; then
    _describe 'option' options
  elif ((\${#candidates})); then
    _describe 'command' candidates
  else
    _files
  fi
}
if [ "$funcstack[1]" = "_receipts" ]; then _receipts "$@"; else compdef _receipts receipts; fi`;

const fishLine = ({ path }: Place, what: string, means: string): string =>
  `complete -c receipts -n '__receipts_at "${path}"' ${what} -d '${means}'`;

const fish = (places: readonly Place[]): string => {
  const lines = places.flatMap(place => [
    ...place.words.map(({ word, means }) => fishLine(place, `-f -a ${word}`, means)),
    ...place.options.map(({ word, means }) => fishLine(place, `-l ${word.slice(2)}`, means)),
  ]);
  const paths = places.flatMap(({ path }) => (path === '' ? [] : [`'${path}'`]));
  return `# fish completion for receipts
function __receipts_at
  set -l place ''
  for word in (commandline -opc)[2..-1]
    set -l further (string trim -- "$place $word")
    contains -- $further ${paths.join(' ')}; and set place $further
  end
  test "$place" = "$argv[1]"
end
${lines.join('\n')}`;
};

const SHELLS: Readonly<Record<string, (places: readonly Place[]) => string>> = { bash, zsh, fish };

/**
 * A script that teaches a shell to complete the program's commands and options. It stands on its own: Tab starts no
 * program.
 *
 * @throws AppError `invalid-parameter` for a shell that is not known
 */
export const completionFor = (shell: string, program: Command): string => {
  const write = Object.hasOwn(SHELLS, shell) ? SHELLS[shell] : undefined;
  if (write !== undefined) return write(placesOf(program));
  throw new AppError('invalid-parameter', `There is no completion for "${shell}".`, {
    subject: shell,
    hint: `There is one for ${Object.keys(SHELLS).join(', ')}.`,
  });
};
