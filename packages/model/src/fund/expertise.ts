export type Paper = { readonly title: string; readonly abstract: string };

type Vector = ReadonlyMap<string, number>;

const topPapers = 3;

/**
 * How well people know what a paper is about, by the words of their own papers: terms that few papers use weigh more, a title counts twice.
 * Half is how near the paper is to the work of a person as a whole, half how near to the three nearest of it. 0 to 1, by person in the
 * order given. [FU4]
 * @param termsOf words of a text, as the search of the platform cuts them
 */
export function rateExpertise(
  papers: readonly Paper[],
  profiles: readonly (readonly Paper[])[],
  termsOf: (text: string) => readonly string[],
): readonly (readonly number[])[] {
  const count = ({ title, abstract }: Paper) => {
    const counts = new Map<string, number>();
    for (const term of [...termsOf(title), ...termsOf(title), ...termsOf(abstract)])
      counts.set(term, (counts.get(term) ?? 0) + 1);
    return counts;
  };
  const counted = papers.map(count);
  const own = profiles.map((profile) => profile.map(count));
  const frequency = new Map<string, number>();
  const all = [...counted, ...own.flat()];
  for (const counts of all)
    for (const term of counts.keys()) frequency.set(term, (frequency.get(term) ?? 0) + 1);
  const toVector = (counts: ReadonlyMap<string, number>): Vector =>
    toUnit(
      new Map(
        [...counts].map(([term, times]) => [
          term,
          (1 + Math.log(times)) * Math.log((all.length + 1) / ((frequency.get(term) ?? 0) + 0.5)),
        ]),
      ),
    );
  const vectors = counted.map(toVector);
  return own.map((profile) => {
    const works = profile.map(toVector);
    const whole = toUnit(addUp(works));
    return vectors.map((vector) => {
      const nearest = works
        .map((work) => dot(vector, work))
        .sort((a, b) => b - a)
        .slice(0, topPapers);
      const near = nearest.reduce((sum, one) => sum + one, 0) / Math.max(1, nearest.length);
      return (dot(vector, whole) + near) / 2;
    });
  });
}

function toUnit(vector: Vector): Vector {
  const length = Math.sqrt([...vector.values()].reduce((sum, one) => sum + one * one, 0)) || 1;
  return new Map([...vector].map(([term, one]) => [term, one / length]));
}

function addUp(vectors: readonly Vector[]): Vector {
  const sums = new Map<string, number>();
  for (const vector of vectors) for (const [term, one] of vector) sums.set(term, (sums.get(term) ?? 0) + one);
  return sums;
}

function dot(a: Vector, b: Vector): number {
  const [less, more] = a.size <= b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [term, one] of less) sum += one * (more.get(term) ?? 0);
  return sum;
}

/**
 * What of the differences that a person sees between papers the rating gets the wrong way round, 0 to 1; a tie counts half. [FU4]
 * @param judged scores of a person by paper, beside what is rated for the same papers
 */
export function ratingLoss(
  judged: readonly (readonly { readonly score: number; readonly rated: number }[])[],
): { readonly loss: number; readonly pairs: number } {
  let [wrong, all, pairs] = [0, 0, 0];
  for (const person of judged)
    for (const [at, one] of person.entries())
      for (const other of person.slice(at + 1)) {
        const difference = one.score - other.score;
        if (difference === 0) continue;
        pairs += 1;
        all += Math.abs(difference);
        const order = Math.sign(one.rated - other.rated);
        if (order === 0) wrong += Math.abs(difference) / 2;
        else if (order !== Math.sign(difference)) wrong += Math.abs(difference);
      }
  return { loss: all > 0 ? wrong / all : 0, pairs };
}
