/** A page of help that belongs to no single command. */
export interface Topic {
  name: string;
  summary: string;
  text: string;
}

/** The topics of `kunye help`, in the order in which they are listed. */
export const TOPICS: readonly Topic[] = [
  {
    name: 'input',
    summary: 'what can be read, and how it is told apart',
    text: `What kunye reads

Paths are files and folders; '-' and no path are stdin. A folder is read with
its subfolders, in the order of names: .txt, .html, .htm, .json, .jsonl,
.ndjson, .conll, .iob, .bio, each also with .gz behind it, in whatever case.

--from auto     by the name's ending; stdin is JSON, JSONL or a whole web page
                when it begins like one, else one text
--from text     one document
--from html     one document: the article of the page
--from jsonl    one document a line; --text-field and --id-field name its
                fields ("text" and "id"), "date" and "title" are carried along;
                an id that is a number keeps its digits
--from json     one document, or an array of them, as JSON
--from conll    one token a line, a blank line between sentences, -DOCSTART-
                between documents; tokens stay as they are. On stdin it has
                to be said

JSONL is answered line by line: tail -f feed.jsonl | kunye --from jsonl
Bytes are UTF-8, or UTF-16 with its mark, or else windows-1254 (a note says so;
--encoding decides). The byte order mark of a file is removed.
`,
  },
  {
    name: 'formats',
    summary: 'what can be printed',
    text: `What kunye prints (--to)

json      the document as an object; several documents as an array
jsonl     the same object on one line, a document a line
conll     TOKEN<TAB>TAG, tags in IOB2 (B-PER, I-PER, O)
csv       a mention a line
pretty    for people; the default on a terminal
html      one article as a page, names marked
brat      standoff annotation
spacy     a document a line, for training spaCy

Into a pipe or a file the default is json for one document and jsonl for
several. Offsets are half-open. Their unit is UTF-16 code units; --offsets
codepoint or byte changes that, brat and spacy count code points.

kunye schema prints the JSON Schema. docs/formats.md says more of each format.
`,
  },
  {
    name: 'lexicon',
    summary: 'lists of your own names',
    text: `Lists of your own names (--lexicon FILE, repeatable)

One name a line, columns parted by tabs: name, type, other forms, flags, note.

  Zambak Derneği<TAB>ORG<TAB>Zambak|~ZD

Types: PER LOC ORG, and MISC for what only looks like a name. Other forms are
parted by '|'; '~' before one says that it is also something else and needs
more evidence. Lines that start with '#' are skipped. JSON lines with the same
fields work too: {"name": "...", "type": "ORG", "aliases": ["..."]}

Names are found inflected and in any case. A list of your own wins over
everything, the first --lexicon over the next.

  kunye lexicon lint FILE       errors and doubts, with file:line:column
  kunye lexicon try FILE TEXT   what the list changes in a text
  kunye lexicon why NAME        what the lists say of a name
  kunye lexicon compile FILE    a binary that loads at once
`,
  },
  {
    name: 'model',
    summary: 'the tagger, and doing without it',
    text: `The tagger

A small statistical model that ships weighs all evidence: lists, titles, head
words, suffixes, and how the rest of the text uses a word.

--no-model          lists and rules alone; kunye explain then shows every weight
--model FILE        a tagger of your own, made by kunye train
--min-score NUMBER  only names at least this sure, 0 to 1

A model follows the conventions of the gold it was trained on.
`,
  },
  {
    name: 'explain',
    summary: 'how to read what kunye explain prints',
    text: `Reading kunye explain

  $ kunye explain --no-model --text "Deniz Korkmaz Zonguldak'a gitti."

Every candidate is a line: ✓ kept or ✗ dropped, type, text, offsets, score and
why it was kept or dropped. Below it stands what speaks for (+) and against (-)
it, in log-odds. The score is the sum with the prior (-2), as a probability:
0.5 at a sum of 0, 0.88 at 2, 0.98 at 4.

Of candidates that overlap, your own list comes first, then the longer one,
then the surer one, then the earlier one.

With the tagger the score is its calibrated probability: of names with score
0.9, nine in ten are right. Below it stand the ten features that weigh most, and
how far each pulls towards the name (+) or away from it (-); many more have
their part. "A word like X" is one that news uses as it uses X. Possible names
that the tagger did not find are shown too, dropped, with the same.
`,
  },
  {
    name: 'exit-codes',
    summary: 'what the exit code says',
    text: `Exit codes

0    done
1    kunye check found a regression, or evaluate --min-f1 was missed
2    wrong usage
3    an input, list or model could not be read; the message names file and
     line; all other inputs have been done. Also: the output could not be
     written, or kunye lexicon lint found errors
130  interrupted

A reader that goes away (kunye ... | head -1) is no error.
`,
  },
  {
    name: 'environment',
    summary: 'the variables kunye heeds',
    text: `Environment

NO_COLOR        no colour (https://no-color.org); --color wins over it
TERM=dumb       no colour
GITHUB_ACTIONS  true: kunye check reports in GitHub's form
CI              kunye check --update is refused, unless it is empty or false

kunye reads no configuration file, opens no connection and writes only where
-o or --update says.
`,
  },
  {
    name: 'completion',
    summary: 'completion for bash, zsh and fish',
    text: `Shell completion

bash   eval "$(kunye completion bash)"                          in ~/.bashrc
zsh    eval "$(kunye completion zsh)"       in ~/.zshrc, after compinit
fish   kunye completion fish > ~/.config/fish/completions/kunye.fish
`,
  },
];
