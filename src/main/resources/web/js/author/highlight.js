/** Colours for DRL and YAML, line by line: a line's tokens as [kind, text]. */
const DRL =
  /(?<comment>\/\/.*$)|(?<string>"[^"]*"?)|(?<keyword>\b(?:package|import|static|rule|when|then|end|not)\b)|(?<name>\$\w+|\b(?:Symptom|insertLogical|Evidence|Advice|Warning|confirms|stronglySupports|supports|hintsAt|speaksWeaklyAgainst|speaksAgainst|speaksStronglyAgainst|rulesOut|derives|prefers|excludes|warns)\b)|(?<number>\b\d+(?:\.\d+)?\b)/g;
const YAML =
  /(?<comment>(?:^|\s)#.*$)|(?<string>"(?:[^"\\]|\\.)*"?|'[^']*'?)|(?<keyword>^\s*(?:- )?[\w.-]+(?=:(?:\s|$)))|(?<name>[\w.-]+(?=:\s))|(?<number>\b0x[0-9a-f]+\b|\b\d+(?:\.\d+)?\b)/g;

export function tokens(line, path) {
  const pattern = path.endsWith('.drl') ? DRL : YAML;
  const found = [];
  let end = 0;
  for (const match of line.matchAll(pattern)) {
    if (match.index > end) found.push(['', line.slice(end, match.index)]);
    found.push([Object.keys(match.groups).find((kind) => match.groups[kind] !== undefined), match[0]]);
    end = match.index + match[0].length;
  }
  if (end < line.length) found.push(['', line.slice(end)]);
  return found;
}
