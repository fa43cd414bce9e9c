import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes units.csv and posts.csv: who can be given a ticket, and in which posts. */
final class Offices {
    private static final int GRID_BRANCHES = 215;
    private static final int FIRM_BRANCHES = 24;
    private static final Map<String, String> STORY_UNITS =
            Map.of("360502001", "street", "360502001001", "baihuahu", "360502001007", "kuixinglu");

    private final Territory territory;
    private final List<Firms.Firm> firms;
    private final Map<String, String> bureaus = new LinkedHashMap<>();
    private final Csv units = new Csv("code,name,kind,area,parent,phone");
    private final Csv posts = new Csv("code,unit,title,role");
    private int line = 100;

    Offices(Territory territory, List<Firms.Firm> firms, List<Map<String, String>> kinds) {
        this.territory = territory;
        this.firms = firms;
        kinds.forEach(row -> {
            if (!row.get("bureau").isEmpty()) {
                bureaus.put(row.get("code"), row.get("bureau"));
            }
        });
    }

    void write(Path pack) throws IOException {
        unit("hotline", "新余市政务服务便民热线", "city_hotline", Divisions.CITY, "", "12345");
        post("hotline-clerk", "hotline", "热线受理员", "hotline_clerk");
        post("hotline-handler", "hotline", "热线督办员", "unit_clerk");
        post("hotline-seat", "hotline", "热线话务员", "call_clerk");
        post("hotline-model-keeper", "hotline", "研判管理员", "model_keeper");
        post("city-administrator", "hotline", "系统管理员", "administrator");
        post("city-integrator", "hotline", "数据开放与对接管理员", "integrator");
        government("city", "新余市", Divisions.CITY, "");
        government("yushui", "渝水区", "360502000000", "city-");
        government("fenyi", "分宜县", "360521000000", "city-");
        territory.divisions.streets.values().forEach(this::street);
        territory.divisions.communities.forEach(this::committee);
        gridBranches();
        firms();
        units.write(pack.resolve("units.csv"));
        posts.write(pack.resolve("posts.csv"));
    }

    private void government(String code, String name, String area, String above) {
        unit(code + "-government", name + "人民政府", "government", area, "", phone());
        post(code + "-leader", code + "-government", name + "领导（指挥）", "leader");
        post(code + "-list-keeper", code + "-government", "清单管理员", "list_keeper");
        post(code + "-supervisor", code + "-government", "督办员", "supervisor");
        bureaus.forEach((kind, bureau) -> {
            String own = code + "-" + kind.replace('_', '-');
            String parent = above.isEmpty() ? code + "-government" : above + kind.replace('_', '-');
            unit(own, name + bureau, kind, area, parent, phone());
            post(own + "-clerk", own, "工单管理员", "unit_clerk");
            post(own + "-handler", own, "经办人", "handler");
        });
    }

    private void street(Divisions.Street street) {
        boolean story = STORY_UNITS.containsKey(street.code);
        String own = story ? "street" : "street-" + street.code;
        String office = street.name.endsWith("街道")
                ? street.name + "办事处"
                : street.name.endsWith("林场") ? street.name : street.name + "人民政府";
        String county = street.code.startsWith("360502") ? "yushui" : "fenyi";
        unit(own, office, "street_office", street.fullCode(), county + "-government", phone());
        post(own + "-clerk", own, "工单管理员", "unit_clerk");
        post(own + "-handler", own, "综合事务岗", "handler");
        post(own + "-window", own, "便民服务窗口", "window_clerk");
        post(own + "-coordinator", own, "联合处置岗", "street_coordinator");
        post(own + "-supervisor", own, "督办员", "supervisor");
        post(own + "-leader", own, "街道（乡镇）领导", "leader");
        if (!street.urban().isEmpty()) {
            String team = story ? "urban" : "urban-" + street.code;
            String place = story
                    ? "渝水区城市管理局城南"
                    : (county.equals("yushui") ? "渝水区" : "分宜县") + "城市管理局" + street.name.replaceAll("(街道|镇)$", "");
            unit(team, place + "中队", "urban_management", street.fullCode(), county + "-urban-management", phone());
            post(team + "-clerk", team, "中队内勤", "unit_clerk");
            post(team + "-handler", team, "执法队员", "handler");
        }
    }

    private void committee(Divisions.Community community) {
        String own = committeeCode(community);
        String above = STORY_UNITS.getOrDefault(community.street.code, "street-" + community.street.code);
        String name = community.village ? community.name + "民委员会" : community.name + "居民委员会";
        boolean twice = territory.divisions.communities.stream()
                .anyMatch(other -> other != community && other.name.equals(community.name));
        unit(own, (twice ? community.street.name : "") + name, "community_committee", community.code, above, phone());
        post(
                own + "-clerk",
                own,
                community.village ? "村工单员" : "社区工单员",
                community.urban ? "community_clerk" : "unit_clerk");
        if (community.urban) {
            post(own + "-handler", own, "社区工作者", "handler");
            post(own + "-window", own, "社区服务窗口", "window_clerk");
        }
    }

    private static String committeeCode(Divisions.Community community) {
        return STORY_UNITS.getOrDefault(community.code, "c-" + community.code);
    }

    /** 215 grid branches over 842 grids: as many for each community as its grids ask for. */
    private void gridBranches() {
        int grids = 0;
        int branches = 0;
        for (Divisions.Community community : territory.divisions.communities) {
            int before = branches;
            grids += community.cells.size() * (community.urban ? 1 : 0);
            branches = (int) Math.round(GRID_BRANCHES * (double) grids / Territory.GRIDS);
            int here = branches - before;
            for (int i = 1; i <= here; i++) {
                unit(
                        "branch-" + community.code + "-" + i,
                        community.street.name + community.bare() + "第" + Territory.chinese(i) + "网格党支部",
                        "grid_party_branch",
                        community.code,
                        committeeCode(community),
                        "");
            }
            if (community.urban) {
                stations(community, here);
            }
        }
    }

    private void stations(Divisions.Community community, int branches) {
        int count = community.cells.size();
        for (int i = 0; i < count; i++) {
            Cell grid = community.cells.get(i);
            String parent = branches == 0
                    ? committeeCode(community)
                    : "branch-" + community.code + "-" + (i * branches / count + 1);
            String own = "grid-" + grid.code;
            unit(own, community.street.name + grid.name + "工作站", "grid_station", grid.code, parent, "");
            post(own, own, "专职网格员", "grid_worker");
        }
    }

    private void firms() {
        List<Divisions.Street> streets = territory.divisions.streets.values().stream()
                .filter(street -> !street.urban().isEmpty())
                .toList();
        int urban = streets.stream().mapToInt(street -> street.urban().size()).sum();
        var branches = new LinkedHashMap<Divisions.Street, Integer>();
        int seen = 0;
        int given = 0;
        for (Divisions.Street street : streets) {
            seen += street.urban().size();
            int here = (int) Math.round(FIRM_BRANCHES * (double) seen / urban) - given;
            given += here;
            branches.put(street, here);
            for (int i = 1; i <= here; i++) {
                unit(
                        "firms-" + street.code + "-" + i,
                        street.name + "物业行业第" + Territory.chinese(i) + "党支部",
                        "property_party_branch",
                        street.fullCode(),
                        "",
                        "");
            }
        }
        var turn = new LinkedHashMap<Divisions.Street, Integer>();
        for (Firms.Firm firm : firms) {
            int number = turn.merge(firm.street(), 1, Integer::sum);
            int here = branches.get(firm.street());
            String branch =
                    here == 0 ? "firms-360502002-1" : "firms-" + firm.street().code + "-" + ((number - 1) % here + 1);
            unit(firm.code(), firm.name(), "property_firm", firm.area(), branch, phone());
            post(firm.code() + "-clerk", firm.code(), "客服主管", "unit_clerk");
            post(firm.code() + "-handler", firm.code(), "维修班长", "handler");
        }
    }

    private void unit(String code, String name, String kind, String area, String parent, String phone) {
        units.add(code, name, kind, area, parent, phone);
    }

    private void post(String code, String unit, String title, String role) {
        posts.add(code, unit, title, role);
    }

    /** 0790-0…: no line of the city begins with 0. */
    private String phone() {
        return String.format(java.util.Locale.ROOT, "0790-%07d", line++);
    }
}
