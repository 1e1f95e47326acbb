/** Function words of Turkish: what `its.stopWordFlag` marks, in lower case. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    'acaba ama ancak artık aslında az bana bazı belki ben beni benim beri bile bin bir birçok biri birkaç birlikte biz bize bizi ' +
    'bizim böyle bu buna bunda bundan bunlar bunları bunların bunu bunun burada çok çünkü da daha dahi de defa değil diğer diye ' +
    'dolayı en eğer fakat gibi göre ha hangi hatta hem henüz hep hepsi her herkes hiç için ile ilgili ise işte kadar karşı kendi ' +
    'kendisi ki kim kimse lakin mi mı mu mü nasıl ne neden nerede nereye niçin niye o olan olarak oldu olduğu olmak olsa olur ona ' +
    'onda ondan onlar onları onların onu onun orada oysa önce pek rağmen sadece sanki şayet şekilde sen sene seni senin siz size ' +
    'sizi sizin sonra şey şu şuna şunlar şunu tarafından tüm üzere ve veya ya yani yine yok zaten zira var'
  ).split(' '),
);
