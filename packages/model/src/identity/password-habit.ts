/** Letters of Cyrillic and Greek that look like Latin ones, and these. */
const looks: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ["абвеёзіїјкӏмнопрстуѵхѕԁԛԝһ", "abbee3iijklmhonpctyvxsdqwh"],
    ["αβγεηικνορτυχωѡ", "abyenikvoptuxww"],
  ].flatMap(([given = "", plain = ""]) => [...given].map((letter, at) => [letter, plain.charAt(at)])),
);

/** Letters that only look Latin, as Latin. @example foldLooks("раssword") // "password" */
export function foldLooks(text: string): string {
  return text.replace(/[\p{Script=Cyrillic}\p{Script=Greek}]/gu, (letter) => looks[letter] ?? letter);
}

/** What passwords in China are made of before anything else: love, numbers that sound like it, and the word for a password. */
export const habits =
  "woaini woaiwojia aini wodemima mima 5201314 1314520 5211314 1314521 7758521 7758258 147258369 nihao zhongguo laopo laogong baobei qinaide wojiushiwo woshishui buzhidao guanliyuan facai fadacai jiayou xiaoming zhangsan lisi iloveyou 我爱你 我的密码 密码 你好 中国 管理员".split(
    " ",
  );
