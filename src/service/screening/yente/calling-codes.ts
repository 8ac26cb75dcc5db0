/** Countries by the calling code that is theirs alone, ITU-T E.164. +1 and others that several share say nothing here. */
const CODES =
  "20eg 211ss 212ma 213dz 216tn 218ly 220gm 221sn 222mr 223ml 224gn 225ci 226bf 227ne 228tg 229bj 230mu 231lr 232sl 233gh 234ng 235td 236cf 237cm 238cv 239st 240gq 241ga 242cg 243cd 244ao 245gw 246io 248sc 249sd 250rw 251et 252so 253dj 254ke 255tz 256ug 257bi 258mz 260zm 261mg 263zw 264na 265mw 266ls 267bw 268sz 269km 27za 290sh 291er 297aw 298fo 299gl 30gr 31nl 32be 33fr 34es 350gi 351pt 352lu 353ie 354is 355al 356mt 357cy 359bg 36hu 370lt 371lv 372ee 373md 374am 375by 376ad 377mc 378sm 380ua 381rs 382me 385hr 386si 387ba 389mk 39it 40ro 41ch 420cz 421sk 423li 43at 44gb 45dk 46se 48pl 49de 500fk 501bz 502gt 503sv 504hn 505ni 506cr 507pa 508pm 509ht 51pe 52mx 53cu 54ar 55br 56cl 57co 58ve 591bo 592gy 593ec 595py 597sr 598uy 60my 62id 63ph 64nz 65sg 66th 670tl 673bn 674nr 675pg 676to 677sb 678vu 679fj 680pw 682ck 683nu 685ws 686ki 687nc 688tv 689pf 690tk 691fm 692mh 76kz 77kz 7ru 81jp 82kr 84vn 850kp 852hk 853mo 855kh 856la 86cn 880bd 886tw 90tr 91in 92pk 93af 94lk 95mm 960mv 961lb 962jo 963sy 964iq 965kw 966sa 967ye 968om 971ae 972il 973bh 974qa 975bt 976mn 977np 98ir 992tj 993tm 994az 995ge 996kg 998uz";

const BY_CODE: ReadonlyMap<string, string> = new Map(
  CODES.split(" ").map((entry) => [entry.slice(0, -2), entry.slice(-2)]),
);
const DIGITS_MAX = 3;

/** The country of a telephone number in international notation (`+44 20 …`), or null. */
export function countryOfPhone(phone: string): string | null {
  const digits = /^\s*(?:\+|00)([\d\s().-]+)$/.exec(phone)?.[1]?.replace(/\D/g, "") ?? "";
  for (let length = DIGITS_MAX; length > 0; length -= 1) {
    const found = BY_CODE.get(digits.slice(0, length));
    if (found !== undefined) return found;
  }
  return null;
}
