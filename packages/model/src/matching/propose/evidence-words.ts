import evidenceJson from "../data/evidence.json" with { type: "json" };

// What a plant or a service does: of such a figure the words seldom say whether it is wanted or told.
export const deeds = new Set<string>(evidenceJson.deeds);
// What nothing but its own noun or unit says: these are plain wherever nobody else's words stand in their clause.
export const plain = new Set<string>(evidenceJson.plain);
const word = (key: Exclude<keyof typeof evidenceJson, "deeds" | "plain" | "plainLimits">, flags = "i") =>
  new RegExp(evidenceJson[key], flags);
export const [deal, wanted, stock, made] = [word("deal"), word("wanted", "gi"), word("stock"), word("made")];
export const [plantBefore, plantBehind] = [word("plantBefore"), word("plantBehind")];
export const others = word("others");
export const plainLimits = new Set<string>(evidenceJson.plainLimits);
export const [demanded, dealtBehind] = [word("demanded"), word("dealtBehind")];
export const [bareBefore, bareBehind, listed] = [word("bareBefore"), word("bareBehind"), word("listed")];
export const [deliveredBefore, deliveredBehind] = [word("deliveredBefore"), word("deliveredBehind")];
// Li2S 99.9, 硫酸钴 Co≥20.5
export const ownFigure = /^ ?[(（]?[A-Za-z\p{Script=Han}]{0,4}[)）]? ?[≥≤<>]?\d/u;
// The start of a project is no delivery.
export const undertaken =
  /(?:项目|课题|论文)[^,，]{0,6}(?:启动|开始|立项)[^,，]{0,3}$|\b(?:project|thesis|programme|consortium|PhD|study)\b[^,.;]{0,12}\b(?:starts?|starting|begins?|kick-?off)\b[^,.;]{0,10}$/i;
export const bothEnds =
  /\d{4}.*(?:[到至–-]|to|until|through|till|and)|\d.*\b(?:to|until|through|till|and)\b.*\d|\d日?[到至].*\d|^\d{1,2}月份?[到至~-]+1?\d月/i;
export const ofAmount = /^ ?(?:of (?:the |this |our )?)?(?:[a-z-]+ ){0,2}$|^的?$/i;
export const clauseEnd =
  /,(?!\d{3}(?!\d))|[，;；。:：\n!！?？]|(?<!\b(?:min|max|approx|ca|incl|excl|spec))\.(?: |$)/i;
export const amountEnd = /,(?!\d{3}(?!\d))|[，;；。:：\n!！?？()（）'"“”/]|\.(?: |$)/;
export const sentenceEnd = /[;；。\n]|\. /;
// 设备须适应海拔1900米, 矿区海拔4900米, rigs fit for work at 3,850 m: what the thing must bear.
export const fitFor =
  /(?:矿区|厂址|场址|项目地|工地|井场)(?:平均)?(?=海拔)|适[应用]|须|能在|可在|\b(?:fit|must|suit\w*|work\w*|operat\w*|runs?|rated|designed)\b/i;
// Black mass (Ni 19 %, Co 7 %: all in the bracket is of what stands before it.
export const bracket = /[(（][^)）]*$/;
