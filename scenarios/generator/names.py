"""Invented names. Streets, units and people here do not exist."""

SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭"
)
GIVEN_FIRST = "建国志海文秀丽春桂玉淑晓永国立雪佳子雨思宏振兴凤云红金明德"
GIVEN_SECOND = "华芳伟强敏静军洋艳勇杰娟涛超霞平刚英梅兰波辉宁欣然彤阳琳诚凯"

STREETS = [
    "槐荫街", "柳泉街", "文澜街", "钟鼓街", "永济街", "清塘街", "西仓街", "南营街",
    "北营街", "石桥街", "书院街", "菜园街", "福佑街", "双井街", "竹园街",
]
STREET_HEADS = "松柏梅兰菊荷枫榆桐杏桃梨枣桑槿棠云霞星月河湖泉溪潭"
STREET_TAILS = ["林街", "台街", "门街", "桥街", "坊街", "里街", "园街"]

HOSTS = {
    "office": ["邮政网点", "政务大厅", "银行网点", "社区中心", "税务大厅"],
    "shop": ["便利店", "超市", "书店", "药店", "商场一层"],
    "depot": ["环卫所", "清扫班点"],
    "self": ["无人值守小屋", "街角自助屋"],
    "union": ["工会服务中心", "职工之家"],
}

SITE_KINDS = {
    "建筑": "工地", "环卫": "清洁队", "快递": "快递网点", "外卖": "骑手站点",
    "绿化": "绿化队", "交通协管": "交通协管队", "停车": "停车管理组", "保安": "保安队",
    "抢修": "电力抢修班", "司机": "公交场站", "供水": "供水抢修班", "物业": "物业保洁队",
}


def streets(count):
    """The names of `count` streets, all different."""
    made = list(STREETS)
    for tail in STREET_TAILS:
        made += [head + tail for head in STREET_HEADS]
    if count > len(made):
        raise ValueError("not enough street names")
    return made[:count]


def person(random):
    name = random.pick(SURNAMES) + random.pick(GIVEN_FIRST)
    return name + random.pick(GIVEN_SECOND) if random.chance(85) else name
