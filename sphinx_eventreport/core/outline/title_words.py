"""Words that stand capitalised in titles of talks and are not in names of people."""

from __future__ import annotations

TITLE_WORDS = frozenset(
    """
    a about abstract accessibility accord action actions adoption advanced advice africa afternoon
    agenda agile ai all america amsterdam an analysis analytics and android angeles angular
    animation announcement ansible apache api apis app apple application applications approach apps
    architecture are asia ask at atelier audio authentication automation aws azure back backend
    background barcelona basics batch behind berlin best better beyond big bigger bilan blog bonnes
    book bot bots box break bridge browser browsers brussels bug bugs build builds business by cache
    calculus career case cases certificate chain challenge challenges chance change changes chaos
    chapter chat check checks choice chrome ci class clean client cloud cluster clusters code coffee
    collaboration comments commons community company components computer concept conclusion
    conclusions concurrency conference configuration conférence consensus console container
    containers content contract control core corp course craft creative css culture customer
    customers daily dark data database databases day days dead debt deep default demo demos design
    designs desktop detail details developer developers development device devices devops diary
    digital dive django docker docs documentation domain doors down drive drupal dublin dynamic
    découverte early easy ecosystem edge editor effect einführung elastic elixir embedded emotion
    end energy engine engineer engineering engineers enterprise entwicklung era erfahrung error
    errors ethics europe event events everyone everything evolution example examples execution
    experience experiences experiment experts exposed expression fail failure failures fast
    faster fazit feature features feedback field file files final first five flash flow for force
    formal four fragen framework frameworks francisco free friday from front frontend full fun
    function functional functions fundamentals future game games gate gems general generation
    gestion git github go goal goals golang google grammar graph graphics great group growth
    grundlagen guide guidelines guild hack hacks hamburg hand hands hands-on happy hard hardware
    hate health hell hello help hidden high history home hope hour how html http human humans ice
    idea ideas identity image images impact in inc incident inclusion industry infrastructure
    innovation inside insight insights integration intelligence intent interest interface internals
    internet interview intro introduction introspection iot is issue issues it java javascript join
    journey json july june jupyter just kernel key keynote keynotes keys kids kong kotlin kubernetes
    lab labs lambda language languages large latency launch law layer layers lean learn learned
    legacy less lesson lessons level library licence license life light lightning limit limits line
    linear linux lisbon list live load local log logic logs london look loop low ltd lunch lyon
    machine madrid magic mail maintenance make management map maps market mass matter matters me
    meet meeting meetup memory message method methods metrics micro microservices middleware
    migration mind minutes mise mission mistake mistakes mobile mode model models modern module
    modules monday monitoring montreal more morning most munich music my myth myths native natural
    nature need network networks neural new next night no node nodes none not note notes notre now
    number numbers object objects observability of office on one online open opening operations
    operator opportunity ops optimization options or oracle orchestration order organization our out
    outils outlook outside over overview own package packages pages pain panel parallel paris part
    parts past path pattern patterns people performance performances phase php pipeline pipelines
    pitfalls place plan plans platform platforms play plenary point policy politics poll postgres
    postmortem power practical practice practices prague pratique pratiques present presentation
    presentations preview principle principles privacy pro problem problems process product
    production products program programming programs progress project projects promise proof
    protocol protocols présentation public pull push python quality qualité quantum query question
    questions quick race rails random react reactive reading real reality recap recipe recipes
    recommendations recording redis reference registration release releases reliability remote
    report reports request requests research resilience resource resources rest result results
    retour retrospective review revolution risk risks road roadmap robot robots role room root round
    rule rules runtime rust safe safety sales sample saturday scala scale scaling scheduler science
    scope script search seattle second secret secrets section security self semantic series
    serverless servers service services session sessions set setup seven share shell sicherheit side
    sign simple singapore site sites six size skills slide slides small smart social software
    solution solutions some source space spec special specification speed sponsors sprint sql stack
    staff stage standard standards start started startup startups state static station statistics
    status steering step steps stop storage stories story strategies strategy stream streams
    structure structures student students study style success summary summit sunday support surprise
    survey swift switch sydney symfony system systems sécurité table tables tale tales talk talks
    task tasks team teams tech technical technique techniques technologies technology ten tensor
    terraform test tests text that the theme then theory they thing things think this three through
    thursday time times tip tips title to today together tokyo tomorrow tool toolkit tools top topic
    topics toronto total toward towards trace track training transform transition travel tree trees
    trend trends trick tricks trust truth tuesday tutorial tutorials two type types typescript ui
    understand unit units unix unknown update updates upgrade use user users using utilities ux
    value values vector version versions via video videos vienna view views virtual vision vortrag
    votre vs vue war wars wasm watch way ways we weather web webassembly website wednesday week
    weeks welcome what when where which who why wifi windows wire wireless wisdom with without women
    word wordpress work workflow workflows workshop workshops world worlds year years yesterday you
    your zero zone zukunft zurich équipe
    """.split()
)
"""Lower case. A name with one of these among its words is taken for a part of the title."""

ORGANISATION_WORDS = frozenset(
    """
    academy ag association bank club committee community company conference corp corporation
    department engineering foundation gmbh group inc institute lab labs limited llc ltd research
    sarl school society studio studios team technologies university
    """.split()
)
"""Lower case. A name with one of these is that of an organisation."""

TITLE_ENDINGS = (
    "tion",
    "tions",
    "sion",
    "sions",
    "ology",
    "ologies",
    "ability",
    "ibility",
    "ivity",
    "ware",
    "ization",
    "isation",
    "ements",
    "ement",
    "nesses",
    "ingness",
    "ics",
    "ships",
    "ing",
    "ings",
    "isms",
    "script",
    "scripts",
)
"""How words end that are rarely names."""
