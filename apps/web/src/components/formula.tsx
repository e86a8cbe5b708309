const element = "(?:Li|Na|Al|Si|Ti|La|Zr|In|Cl|Fe|Mn|M|Ni|Co|Mg|Ca|H|C|N|O|F|P|S|K)";
const digits = new RegExp(`(?<=${element}|\\))(\\d{1,2}(?:[./]\\d+)?)(?=${element}|[()·\\s/]|$)`, "g");

/** A text with the counts of its chemical formulae set low: Li2CO3 as Li₂CO₃; names such as NCM811 stay as they are. */
export function Formula({ text }: { readonly text: string }) {
  return text.split(digits).map((piece, at) => (at % 2 === 0 ? piece : <sub key={at}>{piece}</sub>));
}
